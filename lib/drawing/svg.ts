/** A number as short as SVG allows: one decimal, no leading zero. */
export function n(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return String(rounded === 0 ? 0 : rounded).replace(/^(-?)0\./, '$1.')
}

/** Numbers in a path: a minus sign is separator enough. */
export const p = (...values: number[]): string => values.map(n).join(' ').replace(/ -/g, '-')

export type Attributes = Record<string, string | number | undefined>

export function tag(name: string, attributes: Attributes, children = ''): string {
  let text = `<${name}`
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) text += ` ${key}="${value}"`
  return children ? `${text}>${children}</${name}>` : `${text}/>`
}

export const use = (id: string, transform?: string): string => tag('use', { href: `#${id}`, transform })
