// The published accounts, once a gateway is real.
import { expect, test, vi } from 'vitest'
import { aPerson } from '../support/staff'

const real = vi.hoisted(() => ({ everyModeIsSandbox: true }))
vi.mock('@/lib/env', async (load) => {
  const original = await load<typeof import('@/lib/env')>()
  return { ...original, env: () => ({ ...original.env(), everyModeIsSandbox: real.everyModeIsSandbox }) }
})

const { authenticate } = await import('@/lib/auth/authenticate')
const { newClaims, sessionFrom } = await import('@/lib/auth/session')
const { staffOf } = await import('@/lib/auth/staff')

test('an account of the demo signs in while every gateway is a sandbox, and is nobody as soon as one is real', async () => {
  const person = await aPerson('owner', { demo: true })
  const session = sessionFrom(newClaims({ id: person.id, sessionVersion: 0 }))
  if (!session) throw new Error('no session')
  real.everyModeIsSandbox = true
  expect((await authenticate({ ...person, address: null })).kind).toBe('in')
  expect((await staffOf(session))?.role).toBe('owner')
  real.everyModeIsSandbox = false
  expect((await authenticate({ ...person, address: null })).kind).toBe('wrong')
  expect(await staffOf(session)).toBeNull()
})

test('an account of one’s own does not care', async () => {
  real.everyModeIsSandbox = false
  expect((await authenticate({ ...(await aPerson('owner')), address: null })).kind).toBe('in')
})
