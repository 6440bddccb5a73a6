import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formFields, runAction } from '@/lib/actions'
import { done, wrong } from '@/lib/form-state'

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value as string)
  return data
}

describe('a form sent to an action', () => {
  test('counts the first of a repeated name, and no file', () => {
    expect(formFields(form(['size', 'M'], ['size', 'XL'], ['picture', new Blob(['x'])]))).toEqual({ size: 'M' })
  })

  test('cannot reach the prototype', () => {
    const fields = formFields(form(['__proto__', 'x'], ['constructor', 'y']))
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test.each([[undefined], [null], ['text'], [{ size: 'M' }], [[1, 2]]])('that is no form but %j reads as an empty one', (given) => {
    expect(formFields(given)).toEqual({})
  })

  const schema = z.object({ name: z.string().min(1, 'name_missing'), password: z.string() })

  test('gets its errors as message keys and keeps what was typed, but for secrets', async () => {
    const state = await runAction(form(['name', ''], ['city', 'Akureyri'], ['password', 'leyndó']), {
      schema,
      secret: ['password'],
      handler: async () => done('never'),
    })
    expect(state).toEqual({ errors: { name: 'name_missing' }, values: { name: '', city: 'Akureyri' } })
  })

  test('hands the handler only what the schema names', async () => {
    const state = await runAction(form(['name', 'Anna'], ['password', 'x'], ['role', 'owner']), { schema, handler: async (input) => done(input) })
    expect(state).toEqual({ result: { name: 'Anna', password: 'x' } })
  })

  test('keeps what was typed when the handler refuses', async () => {
    const state = await runAction(form(['name', 'Anna'], ['password', 'x']), { schema, handler: async () => wrong({ name: 'taken' }) })
    expect(state).toMatchObject({ errors: { name: 'taken' }, values: { name: 'Anna' } })
  })
})
