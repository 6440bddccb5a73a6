// Goods that leave when their money is taken: what is marked is paid, once, and nothing stays halfway.
import type { Complain, Stage } from './index'
import type { Rows } from './rows'

const over = new Set(['confirmed', 'surplus', 'declined', 'cancelled', 'expired', 'failed', 'late_unhonoured'])

export function goods({ payments, leavings, steps, orders }: Rows, complain: Complain, { allOver }: Stage): void {
  for (const leaving of leavings) {
    const payment = payments.find((p) => p.id === leaving.payment_id)
    const marked = steps.filter((step) => step.form_key === leaving.form_key).length
    if (marked !== (leaving.outcome === 'taken' ? 1 : 0)) complain(29, `goods of payment ${leaving.payment_id} are ${leaving.outcome ?? 'about to leave'} and marked ${marked} times`)
    if (leaving.outcome === 'taken' && payment?.state !== 'confirmed') complain(29, `goods left for payment ${leaving.payment_id}, which is ${payment?.state}`)
    if (leaving.outcome === null && payment && (over.has(payment.state) || allOver)) complain(29, `goods of payment ${payment.id} wait for money, and it is ${payment.state}`)
  }
  for (const step of steps) {
    const order = orders.find((one) => one.id === step.order_id)
    if (step.step !== 'packed' && order && !order.paid_at) complain(29, `goods of order ${order.id} were marked as ${step.step}, and it was never paid`)
  }
}
