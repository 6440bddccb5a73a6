import { audit } from '@/lib/audit/audit'
import { inTransaction } from '@/lib/db'
import { lockProduct } from './edit'

type Hiding = { readonly id: number; readonly actor: string; readonly hidden: boolean }

/** Takes a product out of the shop, or puts it back. It says what shall be, so it does not ask what was. */
export const hideProduct = ({ id, actor, hidden }: Hiding): Promise<'hidden' | 'shown' | 'gone'> =>
  inTransaction(async (tx) => {
    const product = await lockProduct(tx, id)
    if (!product) return 'gone'
    if (product.hidden !== hidden) {
      await tx.product.update({ where: { id }, data: { hidden } })
      await audit(tx, { actor, action: hidden ? 'product.hide' : 'product.show', subject: `product:${id}`, detail: { slug: product.slug } })
    }
    return hidden ? 'hidden' : 'shown'
  })
