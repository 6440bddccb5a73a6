/**
 * What is wrong with a piece of SVG: tags that do not close, attributes twice, ids twice or referred to and missing,
 * numbers that are none. Enough of XML for what lib/drawing writes, which has no entities and no comments.
 */
export function svgProblems(svg: string): string[] {
  const problems: string[] = []
  const open: string[] = []
  const ids = new Set<string>()
  let rest = 0
  for (const match of svg.matchAll(/<(\/?)([a-zA-Z]+)((?: [a-zA-Z0-9:-]+="[^"<&]*")*)(\/?)>/g)) {
    const [whole, closing, name = '', attributes = '', empty] = match
    const between = svg.slice(rest, match.index)
    if (/[<>&]/.test(between)) problems.push(`stray markup: ${between.slice(0, 60)}`)
    rest = match.index + whole.length
    const names = [...attributes.matchAll(/ ([a-zA-Z0-9:-]+)=/g)].map(([, key]) => key)
    if (new Set(names).size !== names.length) problems.push(`an attribute twice: ${whole}`)
    const id = / id="([^"]*)"/.exec(attributes)?.[1]
    if (id !== undefined) {
      if (ids.has(id)) problems.push(`id twice: ${id}`)
      ids.add(id)
    }
    if (closing) {
      if (open.pop() !== name) problems.push(`closes what is not open: ${name}`)
    } else if (!empty) open.push(name)
  }
  if (open.length || rest !== svg.length) problems.push(`left open: ${open.join(' ')}`)
  for (const [, a, b] of svg.matchAll(/href="#([^"]*)"|url\(#([^)]*)\)/g))
    if (!ids.has(a ?? b ?? '')) problems.push(`refers to nothing: ${a ?? b}`)
  if (/NaN|undefined|Infinity|null/.test(svg)) problems.push('holds a number that is none')
  return problems
}

/** How many elements a browser makes of a picture: what is copied by reference counts once for each copy. */
export function elementsMade(svg: string): number {
  type Element = { readonly copies: string | undefined; readonly children: Element[] }
  const named = new Map<string, Element>()
  const root: Element = { copies: undefined, children: [] }
  const open = [root]
  for (const [, closing, attributes = '', empty] of svg.matchAll(/<(\/?)[a-zA-Z]+([^>]*?)(\/?)>/g)) {
    if (closing) open.pop()
    else {
      const element: Element = { copies: / href="#([^"]*)"/.exec(attributes)?.[1], children: [] }
      const id = / id="([^"]*)"/.exec(attributes)?.[1]
      if (id) named.set(id, element)
      open.at(-1)?.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const made = ({ copies, children }: Element): number => {
    const copied = copies === undefined ? undefined : named.get(copies)
    return children.reduce((sum, child) => sum + made(child), 1) + (copied ? made(copied) : 0)
  }
  return made(root) - 1
}
