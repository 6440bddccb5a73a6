/**
 * What a form shows after it was sent: the state of useActionState, `{}` before the first time.
 * Words are not here: `errors` and `problem` are message keys, so that the page decides the language.
 */
export type FormState<R = unknown> = {
  /** Field → key of the message shown at it. */
  readonly errors?: Readonly<Record<string, string>>
  /** What concerns the whole form: one of `formProblems`, or a key of the action's own. */
  readonly problem?: string
  /** What was typed, without secrets, so that nothing need be typed again. */
  readonly values?: Readonly<Record<string, string>>
  readonly result?: R
}

/** `foreign_origin`: the form was not sent from a page of ours. `not_allowed`: the person's role does not suffice. */
export const formProblems = ['foreign_origin', 'not_allowed'] as const

/** What a handler answers: done, or refused with what must be said at which field. */
export type Answer<R> =
  | { readonly ok: true; readonly result: R }
  | { readonly ok: false; readonly problem?: string; readonly errors?: Readonly<Record<string, string>> }

export const done = <R>(result: R): Answer<R> => ({ ok: true, result })
export const refused = (problem: string): Answer<never> => ({ ok: false, problem })
export const wrong = (errors: Readonly<Record<string, string>>): Answer<never> => ({ ok: false, errors })
