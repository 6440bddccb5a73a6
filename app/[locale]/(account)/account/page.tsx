import type { Metadata } from 'next'
import { z } from 'zod'
import { localeOf } from '@/app/[locale]/params'
import { OwnOrderCard } from '@/components/account/own-order'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { HoverLink } from '@/components/ui/hover-link'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireShopper } from '@/lib/accounts/shopper'
import { words } from '@/lib/i18n'
import { ordersOfShopper } from '@/lib/orders/of-shopper'
import { signOut } from './actions'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('mine.title'), robots: { index: false } }
}

// Whatever can't be read counts as not said: the list begins at its top.
const key = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined)

export default async function MyOrders({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const shopper = await requireShopper(locale, 'account')
  const before = key.parse((await searchParams).before)
  const t = words(locale, 'account')
  const { rows, older } = await ordersOfShopper(shopper, before)
  const quiet = buttonClass({ variant: 'secondary', size: 'small' })
  return (
    <div className="mx-auto grid max-w-page gap-8 px-4 pt-8 sm:px-6 lg:gap-12 lg:pt-14">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="grid gap-2">
          <h1 className="text-4xl font-bold sm:text-5xl">{t('mine.title')}</h1>
          <p className="wrap-anywhere text-muted">{t('mine.signedInAs', { email: shopper.email })}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <HoverLink href={`/${locale}/account/data`} className={quiet}>
            {t('mine.data')}
          </HoverLink>
          <form action={signOut}>
            <input type="hidden" name="locale" value={locale} />
            <SubmitButton variant="secondary" size="small" pendingLabel={t('mine.signingOut')}>
              {t('mine.signOut')}
            </SubmitButton>
          </form>
        </div>
      </header>
      {rows.length === 0 ? (
        <EmptyState title={t('mine.emptyTitle')}>
          <p className="text-lg text-muted">{t('mine.emptyText', { email: shopper.email })}</p>
          <HoverLink href={`/${locale}`} className={buttonClass()}>
            {t('mine.toShop')}
          </HoverLink>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {rows.map((order) => (
            <OwnOrderCard key={order.number} order={order} locale={locale} />
          ))}
        </ul>
      )}
      {(before || older) && (
        <nav aria-label={t('mine.pages')} className="flex flex-wrap gap-3">
          {before && (
            <HoverLink href={`/${locale}/account`} className={quiet}>
              {t('mine.newest')}
            </HoverLink>
          )}
          {older && (
            <HoverLink href={`/${locale}/account?before=${older}`} className={quiet}>
              {t('mine.older')}
            </HoverLink>
          )}
        </nav>
      )}
    </div>
  )
}
