import type { ReactNode } from 'react'
import { Picture } from '@/components/shop/picture'
import { Amount } from '@/components/ui/amount'
import { Badge } from '@/components/ui/badge'
import { HoverLink } from '@/components/ui/hover-link'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CartLine } from '@/lib/cart/queries'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'

type CartRowProps = { line: CartLine; locale: Locale; quantity: ReactNode; remove: (form: FormData) => Promise<void> }

/** From here down the shopper is told how many there are. */
const few = 3

/** One thing in the cart: its picture, what it is, how many, and what that costs. */
export function CartRow({ line, locale, quantity, remove }: CartRowProps) {
  const t = words(locale, 'checkout')
  const notSold = line.state === 'not_sold'
  const gone = notSold || line.state === 'sold_out'
  const which = { name: line.name, size: line.size }
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-4 border-t border-line py-6 first:border-t-0 first:pt-0 sm:grid-cols-[8rem_1fr] sm:gap-x-6">
      <HoverLink href={`/${locale}/p/${line.slug}`} tabIndex={-1} aria-hidden className="self-start overflow-hidden rounded-card bg-tile">
        <Picture drawing={line.drawing} alt="" eager className={gone ? 'opacity-50 grayscale' : undefined} />
      </HoverLink>
      <div className="grid content-start gap-3">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 min-[23rem]:flex-nowrap">
          <div className="grid min-w-0 justify-items-start gap-1">
            <h3 className="text-lg leading-snug font-semibold sm:text-xl">
              <HoverLink href={`/${locale}/p/${line.slug}`} className="decoration-accent decoration-2 underline-offset-4 hover:underline">
                {line.name}
              </HoverLink>
            </h3>
            <p className="flex flex-wrap gap-x-3 text-muted">
              <span>{t('cart.size', { size: line.size })}</span>
              {line.quantity > 1 && (
                <span className="whitespace-nowrap">{t('cart.each', { price: formatMoney(isk(line.unitPrice), locale) })}</span>
              )}
            </p>
            {gone && <Badge tone="bad">{t(notSold ? 'cart.notSold' : 'cart.soldOut')}</Badge>}
            {line.state === 'ok' && line.available <= few && <Badge tone="warn">{t('cart.left', { count: line.available })}</Badge>}
          </div>
          <LineSum line={line} locale={locale} />
        </div>
        {line.state !== 'ok' && (
          <p className="font-semibold text-bad">
            {gone ? t(notSold ? 'cart.notSoldText' : 'cart.soldOutText') : t('cart.fewerText', { count: line.available })}
          </p>
        )}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          {!gone && quantity}
          <form action={remove}>
            <input type="hidden" name="variantId" value={line.variantId} />
            <SubmitButton
              variant="ghost"
              size="small"
              className="-mx-4"
              pendingLabel={t('cart.updating')}
              aria-label={t('cart.removeOf', which)}
            >
              {t('cart.remove')}
            </SubmitButton>
          </form>
        </div>
      </div>
    </li>
  )
}

/** What the line comes to; of what is not there, what it would have come to is struck through. */
function LineSum({ line, locale }: { line: CartLine; locale: Locale }) {
  return (
    <p className="grid justify-items-end text-lg font-semibold">
      {line.state !== 'ok' && (
        <s className="font-normal text-muted">
          <Amount value={line.lineTotal} locale={locale} />
        </s>
      )}
      {line.buyable > 0 && <Amount value={line.buyable * line.unitPrice} locale={locale} />}
    </p>
  )
}
