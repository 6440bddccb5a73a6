// Next writes a page's data into the page, after its markup, for React to take the markup over with: more than half of
// the page, and of no use before the scripts are there. Here it is fetched beside them, and then they are told to begin.
const pushed = /<script>(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(([\s\S]*?)\)<\/script>/g
const boot = /<script id="_R_">([\s\S]*?)<\/script>/

/**
 * The page without its data, and the data with what begins the scripts, as JSON: they must not begin before it is
 * there, since whoever finds none takes the page for finished.
 * @param {string} html
 * @returns {{ html: string, flight: string } | null} null for a page that is not as Next writes them
 */
export function apart(html) {
  const data = Array.from(html.matchAll(pushed), ([, one]) => JSON.parse(one))
  const begin = boot.exec(html)?.[1]
  if (!data.length || !begin || !html.includes('</body>')) return null
  return { html: html.replace(pushed, '').replace(boot, ''), flight: JSON.stringify([data, begin]) }
}

/**
 * The page with a script at its end that fetches its data. A page whose data never comes stays as it was sent, which
 * all pages here can.
 * @param {string} html @param {string} address of the data
 */
export function calling(html, address) {
  const end = html.lastIndexOf('</body>')
  return `${html.slice(0, end)}<script>${fetching(JSON.stringify(address))}</script>${html.slice(end)}`
}

const fetching = (address) =>
  `fetch(${address},{priority:"low"}).then(r=>r.json()).then(([d,b])=>{self.__next_f=d;document.head.append(Object.assign(document.createElement("script"),{text:b}))},()=>{})`
