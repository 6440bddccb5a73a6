import type { Metadata } from 'next'
import { z } from 'zod'
import { check } from '@/app/admin/orders/[order]/actions'
import { FilterPills } from '@/components/admin/filter-pills'
import { gatewayName } from '@/components/admin/gateway-name'
import { ListPager } from '@/components/admin/list-pager'
import { listUrl } from '@/components/admin/list-url'
import { NothingFound } from '@/components/admin/nothing-found'
import { OneClick } from '@/components/admin/one-click'
import { paymentMessages } from '@/components/admin/payment-offer'
import { PaymentsList } from '@/components/admin/payments-list'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { idPattern } from '@/lib/ids'
import { readKeyset } from '@/lib/keyset'
import { gatewayNames, isGateway } from '@/lib/payments/gateways'
import { listPayments, longestFirst, paymentFilters } from '@/lib/payments/payment-queries'

const path = '/admin/payments'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('payments.title') }
}

// Whatever can't be read counts as not said: an old or mistyped link still shows payments.
const shape = z.object({ state: z.enum(paymentFilters).catch('waiting'), gateway: z.string().refine(isGateway).optional().catch(undefined) })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const query = await searchParams
  const { state: filter, gateway } = shape.parse(query)
  const here = (more: { state?: string; gateway?: string | undefined; after?: string | null; before?: string | null } = {}) => {
    const said = { state: filter, gateway, ...more }
    return listUrl(path, { ...said, state: said.state === 'waiting' ? null : said.state })
  }
  const staff = await requireRole(needed.read, here())
  const [locale, page] = await Promise.all([cookieLocale(), listPayments({ filter, gateway, position: readKeyset(query, idPattern) })])
  const t = words(locale, 'admin')
  const mayCheck = atLeast(staff.role, needed.checkPayment)
  const gateways = gatewayNames()
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h1 className="text-3xl font-bold">{t('payments.title')}</h1>
        <p className="max-w-text text-muted">{t('payments.lead')}</p>
      </div>
      <div className="grid gap-1">
        <FilterPills label={t('payments.filter')} pills={paymentFilters.map((one) => ({ key: one, text: t(`payments.${one}`), href: here({ state: one }), current: one === filter }))} />
        {gateways.length > 1 && (
          <FilterPills
            label={t('list.gateway')}
            pills={[undefined, ...gateways].map((one) => ({ key: one ?? 'all', text: one ? gatewayName(one, locale) : t('list.allGateways'), href: here({ gateway: one }), current: one === gateway }))}
          />
        )}
      </div>
      {page.rows.length === 0 && (
        <NothingFound locale={locale} empty={{ title: t('payments.emptyTitle'), text: t('payments.emptyText') }} filtered={filter !== 'waiting' || gateway !== undefined} path={path} />
      )}
      <PaymentsList rows={page.rows} locale={locale} now={now()} waiting={longestFirst(filter)}>
        {(row) =>
          mayCheck &&
          row.transactionId && <OneClick action={check} name="paymentId" value={row.id} label={t('act.check')} pending={t('act.checking')} messages={paymentMessages(locale)} />
        }
      </PaymentsList>
      <ListPager locale={locale} first={here()} back={page.before && here({ before: page.before })} further={page.after && here({ after: page.after })} />
    </div>
  )
}
