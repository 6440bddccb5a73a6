import { afterEach, beforeEach, expect, vi } from 'vitest'

// Whatever reaches console.error is a fault nobody expected, so it fails the test that caused it.
let errors: unknown[][] = []

beforeEach(() => {
  errors = []
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void errors.push(words))
})

afterEach(() => {
  expect(errors, 'console.error was called').toEqual([])
})
