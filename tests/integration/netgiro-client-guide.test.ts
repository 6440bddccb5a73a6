// docs/netgiro-in-30-minutes.md, typed in as it stands and run against the sandbox.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { env } from '@/lib/env'

const folder = mkdtempSync(path.join(tmpdir(), 'netgiro-guide-'))
afterAll(() => rmSync(folder, { recursive: true }))

const guide = readFileSync('docs/netgiro-in-30-minutes.md', 'utf8')
const files = [...guide.matchAll(/```js\n\/\/ (\S+\.mjs)\n([\s\S]*?)```/g)]
for (const [, name, text] of files) writeFileSync(path.join(folder, name!), text!)

async function run(file: string, ...words: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...words], { cwd: folder, timeout: 25_000 })
  return stdout.trim().split('\n')
}

const sandbox = `${env().loopback}/sandbox/netgiro/v1`

it('has five files', () => {
  expect(files.map(([, name]) => name)).toEqual(['signature.mjs', 'check.mjs', 'netgiro.mjs', 'pay.mjs', 'callback.mjs'])
})

it('signs as the documents do', async () => {
  expect(await run('check.mjs')).toEqual(['The signature is right'])
})

it('takes a payment', { timeout: 30_000 }, async () => {
  const lines = await run('pay.mjs', '7700101', sandbox)
  expect(lines.filter((line) => line !== 'waiting')).toEqual(['reserved', 'paid'])
})

it('says no when Netgíró does', async () => {
  await expect(run('pay.mjs', '7700106', sandbox)).rejects.toMatchObject({ stdout: expect.stringMatching(/^No: 10306/) as string })
})

it('hears of a payment by a callback that verifies', { timeout: 30_000 }, async () => {
  const lines = await run('callback.mjs', '7700101', sandbox)
  expect(lines).toContain('callback, signature valid')
  expect(lines).toContain('it says 10426')
  expect(lines.at(-1)).toBe('paid')
})
