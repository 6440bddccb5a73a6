import type { Metadata } from 'next'
import { z } from 'zod'
import { ArrowRows } from '@/components/admin/arrow-rows'
import { CallbackItem } from '@/components/admin/callback-item'
import { FilterPills } from '@/components/admin/filter-pills'
import { gatewayName } from '@/components/admin/gateway-name'
import { ListPager } from '@/components/admin/list-pager'
import { listUrl } from '@/components/admin/list-url'
import { NothingFound } from '@/components/admin/nothing-found'
import { OneClick } from '@/components/admin/one-click'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { listCallbacks, verdicts } from '@/lib/payments/callback-queries'
import { gatewayNames, isGateway } from '@/lib/payments/gateways'
import { replay } from './actions'

const path = '/admin/callbacks'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('callbacks.title') }
}

// Whatever can't be read counts as not said: an old or mistyped link still shows callbacks.
const key = z.string().regex(/^\d{1,18}$/).transform(BigInt).optional().catch(undefined)
const shape = z.object({ verdict: z.enum(verdicts).optional().catch(undefined), gateway: z.string().refine(isGateway).optional().catch(undefined), after: key, before: key })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const query = shape.parse(await searchParams)
  const { verdict, gateway } = query
  const staff = await requireRole(needed.read, listUrl(path, query))
  const [locale, page] = await Promise.all([cookieLocale(), listCallbacks(query)])
  const t = words(locale, 'admin')
  const mayReplay = atLeast(staff.role, needed.replayCallback)
  const problems = (['foreign_origin', 'not_allowed', 'gone'] as const).map((problem) => [problem, t(`problem.${problem}`)])
  const messages = Object.fromEntries([...verdicts.map((one) => [one, t('callbacks.replayed', { verdict: t(`timeline.verdict.${one}`) })]), ...problems])
  const gateways = gatewayNames()
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h1 className="text-3xl font-bold">{t('callbacks.title')}</h1>
        <p className="max-w-text text-muted">{t('callbacks.lead')}</p>
      </div>
      <div className="grid gap-1">
        <FilterPills
          label={t('callbacks.filter')}
          pills={[undefined, ...verdicts].map((one) => ({
            key: one ?? 'all', text: one ? t(`timeline.verdict.${one}`) : t('callbacks.all'), href: listUrl(path, { verdict: one, gateway }), current: one === verdict,
          }))}
        />
        {gateways.length > 1 && (
          <FilterPills
            label={t('list.gateway')}
            pills={[undefined, ...gateways].map((one) => ({
              key: one ?? 'all', text: one ? gatewayName(one, locale) : t('list.allGateways'), href: listUrl(path, { verdict, gateway: one }), current: one === gateway,
            }))}
          />
        )}
      </div>
      {page.rows.length === 0 && (
        <NothingFound locale={locale} empty={{ title: t('callbacks.emptyTitle'), text: t('callbacks.emptyText') }} filtered={verdict !== undefined || gateway !== undefined} path={path} />
      )}
      <ArrowRows>
        <ul aria-label={t('callbacks.title')} className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
          {page.rows.map((row) => (
            <CallbackItem key={String(row.id)} row={row} locale={locale}>
              {mayReplay && <OneClick action={replay} name="callback" value={String(row.id)} label={t('callbacks.replay')} pending={t('callbacks.replaying')} messages={messages} />}
            </CallbackItem>
          ))}
        </ul>
      </ArrowRows>
      <ListPager
        locale={locale}
        first={listUrl(path, { verdict, gateway })}
        back={page.before === undefined ? null : listUrl(path, { verdict, gateway, before: page.before })}
        further={page.after === undefined ? null : listUrl(path, { verdict, gateway, after: page.after })}
      />
    </div>
  )
}
