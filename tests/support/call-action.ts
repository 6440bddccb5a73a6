// Calls a server action as the browser does, by the id the build gave it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import type { Browser } from './staff'

const built = (file: string): unknown =>
  JSON.parse(readFileSync(path.resolve(process.env.NEXT_DIST_DIR ?? '.next-test', 'server', file), 'utf8'))

const references = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })),
})

/** An action the server answers to: its folder and name, its id on the wire, and a page it is bundled with. */
export type BuiltAction = { readonly name: string; readonly id: string; readonly at: string }

// Any path a page matches will do: the action runs before the page is read.
const anAddress = (page: string) =>
  page
    .replace(/^app|\/page$|\/\([^)]*\)/g, '')
    .replace('[locale]', 'is')
    .replace(/\[\.{3}\w+\]/, 'any')
    .replace(/\[\w+\]/g, newId())

/** Every action on the internet: those the build gave an id. */
export function builtActions(): BuiltAction[] {
  const { node } = references.parse(built('server-reference-manifest.json'))
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${path.posix.dirname(filename).replace(/^app\//, '')}/${exportedName}`,
    at: anAddress(Object.keys(workers).sort((a, b) => a.length - b.length)[0] ?? ''),
  }))
}

/** Every page and route handler of the build, as their folders. */
export function builtPaths(kind: 'page' | 'route'): string[] {
  const paths = Object.keys(z.record(z.string(), z.string()).parse(built('app-paths-manifest.json')))
  return paths.filter((file) => file.endsWith(`/${kind}`)).map((file) => file.slice(0, -kind.length - 1).replace(/\/\([^)]*\)/g, '') || '/')
}

/** What came of a call, in the words of access.ts. */
export async function callAction(browser: Browser, { id, at }: BuiltAction, fields: Readonly<Record<string, string>>): Promise<string> {
  const body = new FormData()
  // As React sends `action({}, form)`: the arguments, and the form's fields apart from them.
  body.append('0', '[{},"$K1"]')
  for (const [name, value] of Object.entries(fields)) body.append(`1_${name}`, value)
  const answer = await browser.ask(at, {
    method: 'POST',
    body,
    headers: { 'next-action': id, origin: env().appUrl, accept: 'text/x-component' },
  })
  const text = await answer.text()
  const led = answer.headers.get('x-action-redirect')
  if (led) return /^\/(admin|is|en)\/sign-in/.test(led) ? 'sign-in' : 'ok'
  if (text.includes('"problem":"not_allowed"')) return 'refused'
  if (/"problem":"foreign_origin"/.test(text)) return 'foreign'
  return answer.status === 200 && /^\d+:\{"(result|errors|problem)"/m.test(text) ? 'ok' : `${answer.status} ${text.slice(0, 200)}`
}
