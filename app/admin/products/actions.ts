'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { now } from '@/lib/clock'
import { removeSize, renameSize, showSize } from '@/lib/catalogue/merchant/change-size'
import { createProduct } from '@/lib/catalogue/merchant/create'
import { drawProduct, editProduct } from '@/lib/catalogue/merchant/edit'
import { hideProduct } from '@/lib/catalogue/merchant/hide'
import { addSize } from '@/lib/catalogue/merchant/sizes'
import { correctStock } from '@/lib/catalogue/merchant/stock'
import { done, refused, wrong, type Answer } from '@/lib/form-state'
import { countForm, createForm, drawForm, editForm, hideForm, sizeChange, sizeForm } from './schema'

/** What came of it, and when: so that a form knows a second time from the first. */
type Outcome = { outcome: string; at: number }
const told = (outcome: string): Answer<Outcome> => done({ outcome, at: now().getTime() })

/** Fields: product, version, and those of lib/catalogue/merchant/fields.ts. */
export const edit = defineAction({
  role: needed.editProducts,
  schema: editForm,
  handler: async ({ product: id, version, ...fields }, { actor }) => {
    const answer = await editProduct({ id, version, actor, fields })
    if (answer === 'no_category') return wrong({ category: 'choose' })
    if (answer === 'stale' || answer === 'gone') return refused(answer)
    refresh()
    return told(answer)
  },
})

export const create = defineAction({
  role: needed.editProducts,
  schema: createForm,
  handler: async ({ garment, sizes, formKey, ...fields }, { actor }): Promise<Answer<Outcome>> => {
    const product = await createProduct({ actor, formKey, fields, garment, sizes })
    return product ? redirect(`/admin/products/${product.id}?new=1`) : wrong({ category: 'choose' })
  },
})

/** Fields: product, hidden ("yes" or "no"). */
export const hide = defineAction({
  role: needed.editProducts,
  schema: hideForm,
  handler: async ({ product: id, hidden }, { actor }) => {
    const answer = await hideProduct({ id, actor, hidden })
    if (answer === 'gone') return refused(answer)
    refresh()
    return told(answer)
  },
})

/** Fields: product, reason, and for each size that was counted `counted-ID` and `seen-ID`. */
export const count = defineAction({
  role: needed.correctStock,
  schema: countForm,
  handler: async ({ product: id, reason, counts }, { actor }) => {
    if (!counts.length) return refused('nothing_counted')
    const answer = await correctStock({ id, actor, reason, counts })
    // Also when it was refused: whoever counted sees what the shelf holds now.
    refresh()
    if (answer.kind !== 'refused') return told(answer.kind)
    return wrong(Object.fromEntries([...answer.problems].map(([variantId, problem]) => [`counted-${variantId}`, problem])))
  },
})

/** Fields: product, size, sku (may be empty). */
export const size = defineAction({
  role: needed.editProducts,
  schema: sizeForm,
  handler: async ({ product: id, size, sku }, { actor }) => {
    const answer = await addSize({ id, actor, size, sku: sku ?? null })
    if (answer === 'gone') return refused('gone')
    if (answer !== 'added') return wrong({ [answer === 'size_taken' ? 'size' : 'sku']: answer })
    refresh()
    return told('added')
  },
})

/** Fields: product, variant, deed (rename, remove, show); to rename also size, and was: what it was called. */
export const changeSize = defineAction({
  role: needed.editProducts,
  schema: sizeChange,
  handler: async ({ product, variant, ...change }, { actor }) => {
    const which = { product, variant, actor }
    const { deed } = change
    const answer =
      deed === 'rename' ? await renameSize({ ...which, ...change }) : deed === 'remove' ? await removeSize(which) : await showSize(which)
    if (answer === 'size_taken') return wrong({ size: answer })
    refresh()
    return answer === 'gone' || answer === 'stale'
      ? refused(answer)
      : told(answer === 'hidden' || answer === 'shown' ? `size_${answer}` : answer)
  },
})

/** Fields: product, version, drawing (the text lib/drawing encodes it as). */
export const draw = defineAction({
  role: needed.editProducts,
  schema: drawForm,
  handler: async ({ product: id, version, drawing }, { actor }) => {
    const answer = await drawProduct({ id, version, actor, drawing })
    if (answer === 'stale' || answer === 'gone') return refused(answer)
    refresh()
    return told(answer)
  },
})
