import { headers } from 'next/headers'
import { z } from 'zod'
import { env } from '@/lib/env'
import type { Answer, FormState } from '@/lib/form-state'
import { isOwnOrigin } from '@/lib/origin'

/**
 * The names and texts of a form. Of a name sent twice the first counts; files and React's own fields are left out.
 * The action may be called by anybody with anything, so whatever is not a form reads as an empty one.
 */
export function formFields(form: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  if (!(form instanceof FormData)) return fields
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION') || Object.hasOwn(fields, name)) continue
    Object.defineProperty(fields, name, { value, enumerable: true })
  }
  return fields
}

/** Field → message of its first issue; the messages of our schemas are message keys. */
function fieldErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path.join('.'), issue.message]))
}

export type Handled<S extends z.ZodType, R> = {
  readonly schema: S
  /** Fields that are not sent back after an error. */
  readonly secret?: readonly string[]
  readonly handler: (input: z.output<S>) => Promise<Answer<R>>
}

/** The part every action shares after its guard: read the form, parse it, answer with what was typed. */
export async function runAction<S extends z.ZodType, R>(form: unknown, { schema, secret = [], handler }: Handled<S, R>): Promise<FormState<R>> {
  const fields = formFields(form)
  const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.includes(name)))
  const parsed = schema.safeParse(fields)
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values }
  const answer = await handler(parsed.data)
  return answer.ok ? { result: answer.result } : { errors: answer.errors, problem: answer.problem, values }
}

/** For useActionState the form is the second argument; a bare `<form action>` gives it first and wants no answer. */
export type FormAction<R> = {
  (form: FormData): Promise<void>
  (before: FormState<R>, form: FormData): Promise<FormState<R>>
}
export const formOf = (args: readonly unknown[]): unknown => args.findLast((arg) => arg instanceof FormData)

export const sentFromHere = async (): Promise<boolean> => isOwnOrigin(await headers(), env())

/**
 * A server action anybody may call: the shop's forms. It must come from a page of ours and its form must fit
 * `schema`, whose messages are message keys; then `handler` answers with `done`, `refused` or `wrong`.
 */
export function definePublicAction<S extends z.ZodType, R>(action: Handled<S, R>): FormAction<R> {
  async function publicAction(...args: readonly unknown[]): Promise<FormState<R>> {
    if (!(await sentFromHere())) return { problem: 'foreign_origin' }
    return runAction(formOf(args), action)
  }
  return publicAction as FormAction<R>
}
