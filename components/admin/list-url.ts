/** The address of a list; what is not said, or is as usual, is left out. */
export function listUrl(path: string, query: Readonly<Record<string, string | number | bigint | null | undefined>>): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)]]))
  const text = new URLSearchParams(said).toString()
  return text ? `${path}?${text}` : path
}
