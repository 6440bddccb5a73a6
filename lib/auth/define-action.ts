import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { formOf, runAction, sentFromHere, type FormAction } from '@/lib/actions'
import { signInPath } from '@/lib/auth/next-path'
import { atLeast, type Role } from '@/lib/auth/roles'
import { currentStaff, type Staff } from '@/lib/auth/staff'
import type { Answer, FormState } from '@/lib/form-state'

type Guarded<S extends z.ZodType, R> = {
  /** The least role that may. */
  readonly role: Role
  readonly schema: S
  /** Fields that are not sent back after an error. */
  readonly secret?: readonly string[]
  readonly handler: (input: z.output<S>, staff: Staff) => Promise<Answer<R>>
}

/**
 * A server action of the admin. Before `handler` runs: the form came from a page of ours, the person's role was read
 * from the database, and the form fits `schema`, whose messages are message keys.
 */
export function defineAction<S extends z.ZodType, R>({ role, schema, secret, handler }: Guarded<S, R>): FormAction<R> {
  async function adminAction(...args: readonly unknown[]): Promise<FormState<R>> {
    if (!(await sentFromHere())) return { problem: 'foreign_origin' }
    const staff = await currentStaff()
    if (!staff) redirect(signInPath('/admin'))
    if (!atLeast(staff.role, role)) return { problem: 'not_allowed' }
    return runAction(formOf(args), { schema, secret, handler: (input) => handler(input, staff) })
  }
  return adminAction as FormAction<R>
}
