import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string(), resolved: z.string().optional(), integrity: z.string().optional() })),
})
const { packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const installed = Object.entries(packages).filter(([path]) => path !== '')

// Releases below these have published security holes.
const floors = { next: '16.3.3', 'next-auth': '4.24.15' }

const isAtLeast = (version: string, floor: string) => version.localeCompare(floor, 'en', { numeric: true }) >= 0

describe('what is installed', () => {
  it.each(Object.entries(floors))('%s is at least %s, wherever it is installed', (name, floor) => {
    const copies = installed.filter(([path]) => path.endsWith(`node_modules/${name}`))
    expect(copies.length).toBeGreaterThan(0)
    for (const [path, { version }] of copies) expect(isAtLeast(version, floor), `${path} ${version}`).toBe(true)
  })

  it('knows a lower version from a higher one', () => {
    expect(isAtLeast('16.3.2', '16.3.3')).toBe(false)
    expect(isAtLeast('16.10.0', '16.3.3')).toBe(true)
  })

  it('is proven by a hash, package by package', () => {
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  })

  it('is recorded without the address one machine fetched it from', () => {
    expect(installed.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([])
  })
})
