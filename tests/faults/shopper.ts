// Somebody who buys at a running server with a browser without JavaScript, and comes back when it was down.
import { Browser, formWith } from './browser'
import { shop } from './databases'
import { aForm, cartWith, pause, shelf, until } from './people'

export type Purchase = { readonly browser: Browser; readonly form: ReadonlyMap<string, string>; readonly checkoutKey: string }

/** At the checkout with one thing in the cart, the form filled in. */
export async function atTheCheckout(origin: string, stock = 3): Promise<Purchase> {
  const cartId = await cartWith(await shelf(stock))
  const browser = new Browser(origin, `cart=${cartId}`)
  const form = formWith(await browser.page('/is/checkout'), 'checkoutKey')
  if (!form) throw new Error('the checkout has no form')
  for (const [field, value] of Object.entries(aForm())) if (field !== 'checkoutKey') form.set(field, value)
  return { browser, form, checkoutKey: form.get('checkoutKey') ?? '' }
}

/** Sends the form; a server that dies meanwhile is no error here. */
export const placeOrder = ({ browser, form }: Purchase): Promise<string | null> => browser.send('/is/checkout', form).catch(() => null)

export async function paymentOf({ checkoutKey }: Purchase): Promise<string | null> {
  const [row] = await shop<{ id: string }>('SELECT p.id FROM payment p JOIN orders o ON o.id = p.order_id WHERE o.checkout_key = $1 ORDER BY p.created_at DESC LIMIT 1', [checkoutKey])
  return row?.id ?? null
}

/** Whoever saw an error page sends the form again, until there is a payment. */
export async function insist(purchase: Purchase): Promise<string> {
  return until(
    'an order is placed',
    async () => {
      const id = await paymentOf(purchase)
      if (id) return id
      await placeOrder(purchase)
      await pause(100)
      return paymentOf(purchase)
    },
    (id) => id !== null,
    30_000,
  ) as Promise<string>
}

/** Presses the button that calls the payment off. */
export async function callOff(browser: Browser, paymentId: string): Promise<void> {
  const path = `/is/pay/${paymentId}`
  const form = formWith(await browser.page(path), 'paymentId')
  if (form) await browser.send(path, form).catch(() => null)
}
