import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { defaults, readEnv } from '@/lib/env'

const text = readFileSync('.env.example', 'utf8')
const example = parseEnv(text)
// Read where the rest of the environment is not there yet, or by the scripts alone.
const besides = { LOG_LEVEL: 'info', SANDBOX_PORT: '3100' }

describe('.env.example', () => {
  it('names every setting with its default, and no other', () => {
    const expected = Object.entries(defaults).map(([name, value]) => [name, String(value ?? '')])
    expect(example).toEqual({ ...Object.fromEntries(expected), ...besides })
  })

  it('given whole, changes nothing', () => {
    const database = { DATABASE_URL: 'postgres://shop@127.0.0.1/shop' }
    expect(readEnv({ ...example, ...database })).toEqual(readEnv(database))
  })

  it('explains every setting in one line above it', () => {
    const lines = text.split('\n')
    for (const [i, line] of lines.entries()) if (/^[A-Z]/.test(line)) expect(lines[i - 1], line).toMatch(/^# \S/)
  })
})
