// Written so that even a very old Node can read it, and say why it can't run the rest.
const wanted = [20, 19]

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return
  console.error(
    `\n  This needs Node ${wanted.join('.')} or newer; here it is ${process.versions.node}.\n` +
      '  Install a newer one from https://nodejs.org, or with a version manager: nvm install 22\n',
  )
  process.exit(1)
}
