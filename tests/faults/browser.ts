// A browser without JavaScript: gets a page, fills in the form it finds there and sends it as a person's would.

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value?.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** The form of a page that has a field of this name, with the values it came with. */
export function formWith(html: string, field: string): Map<string, string> | null {
  for (const [, form = ''] of html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)) {
    const inputs = [...form.matchAll(/<(?:input|button)\b[^>]*>/g)].map(([tag]) => tag)
    if (!inputs.some((tag) => attribute(tag, 'name') === field)) continue
    const fields = new Map<string, string>()
    for (const tag of inputs) {
      const name = attribute(tag, 'name')
      const isChoice = /type="(radio|checkbox)"/.test(tag) && !/\schecked(=|\s|>|\/)/.test(tag)
      if (name && !isChoice && !fields.has(name)) fields.set(name, attribute(tag, 'value') ?? '')
    }
    return fields
  }
  return null
}

export class Browser {
  constructor(readonly origin: string, private readonly cookie = '') {}

  /** The same person, led to another server. */
  at(origin: string): Browser {
    return new Browser(origin, this.cookie)
  }

  async page(path: string): Promise<string> {
    const response = await fetch(`${this.origin}${path}`, { headers: { cookie: this.cookie }, redirect: 'manual', signal: AbortSignal.timeout(15_000) })
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
    return response.text()
  }

  /** Sends a form to the page it is on. Answers where the browser is led, or null when it stays. */
  async send(path: string, fields: ReadonlyMap<string, string>): Promise<string | null> {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    const response = await fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, origin: this.origin },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    })
    await response.arrayBuffer()
    if (response.status >= 500) throw new Error(`${path} answers ${response.status}`)
    return response.headers.get('location')
  }
}
