import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { formFields, formOf, runAction, sentFromHere, type FormAction, type Handled } from '@/lib/actions'
import type { Answer, FormState } from '@/lib/form-state'
import { formLocale } from './schema'
import { currentShopper, signInAddress, type Shopper } from './shopper'

type Guarded<S extends z.ZodType, R> = Omit<Handled<S, R>, 'handler'> & {
  readonly handler: (input: z.output<S>, shopper: Shopper) => Promise<Answer<R>>
}

/** A server action of a shopper's account: sent from a page of ours, by somebody who is signed in, with a form that fits. */
export function defineShopperAction<S extends z.ZodType, R>({ schema, secret, handler }: Guarded<S, R>): FormAction<R> {
  async function shopperAction(...args: readonly unknown[]): Promise<FormState<R>> {
    if (!(await sentFromHere())) return { problem: 'foreign_origin' }
    const form = formOf(args)
    const shopper = await currentShopper()
    if (!shopper) redirect(signInAddress(formLocale.parse(formFields(form).locale), 'account'))
    return runAction(form, { schema, secret, handler: (input) => handler(input, shopper) })
  }
  return shopperAction as FormAction<R>
}
