/** Never shown: each part of the site has its own. Without this file every page carries the framework's own twice. */
export default function Forbidden() {
  return null
}
