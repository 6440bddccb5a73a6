/** A number as short as SVG allows: one decimal, no leading zero. */
export function n(value: number): string {
  const tenths = Math.round(value * 10)
  const rest = tenths % 10
  if (rest === 0) return String(tenths / 10 + 0)
  const whole = (tenths - rest) / 10
  const digit = rest < 0 ? -rest : rest
  return `${tenths < 0 ? '-' : ''}${whole === 0 ? '' : whole < 0 ? -whole : whole}.${digit}`
}

/** Numbers in a path: a minus sign is separator enough. */
export function p(...values: number[]): string {
  let text = ''
  for (const value of values) {
    const one = n(value)
    text += text === '' || one[0] === '-' ? one : ` ${one}`
  }
  return text
}

export type Attributes = Record<string, string | number | undefined>

export function tag(name: string, attributes: Attributes, children = ''): string {
  let text = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) text += ` ${key}="${value}"`
  }
  return children ? `${text}>${children}</${name}>` : `${text}/>`
}

/** One thing at many places. It is laid out once and painted at each of them: a copy by reference would be made anew. */
export const stamped = (id: string, thing: string, places: readonly (readonly [x: number, y: number])[]): string =>
  tag('defs', {}, marker(id, thing)) +
  tag('path', { d: `M${places.map(([x, y]) => p(x, y)).join('L')}`, style: `marker:url(#${id})`, fill: 'none' })

/** What is painted at the corners of a path. */
export const marker = (id: string, thing: string, attributes: Attributes = {}): string =>
  tag('marker', { id, markerUnits: 'userSpaceOnUse', overflow: 'visible', ...attributes }, thing)

export const use = (id: string, transform?: string): string =>
  transform ? `<use href="#${id}" transform="${transform}"/>` : `<use href="#${id}"/>`
