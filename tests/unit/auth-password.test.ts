import { expect, test } from 'vitest'
import { hashPassword, nobodysHash, verifyPassword } from '@/lib/auth/password'

test('a password fits its own hash and no other', async () => {
  const hash = await hashPassword('íslensk ull')
  expect(await verifyPassword('íslensk ull', hash)).toBe(true)
  expect(await verifyPassword('islensk ull', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
})

test('it does not matter how the keyboard composed the letters', async () => {
  expect(await verifyPassword('i\u0301slensk', await hashPassword('\u00edslensk'))).toBe(true)
})

test('two hashes of one password have nothing in common but their cost', async () => {
  const [one, two] = await Promise.all([hashPassword('lopi'), hashPassword('lopi')])
  expect(one.split('$')[3]).not.toBe(two.split('$')[3])
  expect(one.split('$')[4]).not.toBe(two.split('$')[4])
})

test('the hash compared with for an unknown account costs as much as a real one, and no password fits it', async () => {
  expect(nobodysHash.split('$').slice(0, 3)).toEqual((await hashPassword('x')).split('$').slice(0, 3))
  expect(await verifyPassword('', nobodysHash)).toBe(false)
})

test('a stored hash of another layout is a fault, not a wrong password', async () => {
  await expect(verifyPassword('x', 'plain')).rejects.toThrow(/layout/)
})
