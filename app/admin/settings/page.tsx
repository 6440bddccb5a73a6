import type { Metadata } from 'next'
import { Facts } from '@/components/admin/facts'
import { SettingsForm } from '@/components/admin/settings-form'
import { lastAuditOf } from '@/lib/audit/queries'
import { namesOfActors } from '@/lib/auth/queries'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { holdDays } from '@/lib/payments/hold'
import { readEnvironment } from '@/lib/settings/environment'
import { readSettings } from '@/lib/settings/queries'
import { save } from './actions'
import { AlertsSection } from './alerts-section'
import { GatewayCards } from './gateway-cards'
import { stacked } from './stacked'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('settings.title') }
}

export default async function Page() {
  const staff = await requireRole(needed.read, '/admin/settings')
  const [locale, settings, last] = await Promise.all([cookieLocale(), readSettings(), lastAuditOf('settings')])
  const names = await namesOfActors([last?.actor ?? null])
  const t = words(locale, 'admin')
  const k = words(locale, 'keeping')
  const readOnly = !atLeast(staff.role, needed.changeSettings)
  const environment = readEnvironment()
  return (
    <div className="mx-auto grid max-w-3xl gap-10">
      <div className="grid gap-2">
        <h1 className="text-3xl font-bold">{t('settings.title')}</h1>
        <p className="text-muted">{t('settings.lead')}</p>
        {readOnly && <p className="text-sm text-muted">{t('settings.onlyManagers')}</p>}
        {last && (
          <p className="text-sm text-muted">
            {t('settings.lastChange', { actor: names.get(last.actor) ?? t('timeline.actor.unknown'), day: formatDay(last.at, locale), time: formatTime(last.at, locale) })}
          </p>
        )}
      </div>
      <SettingsForm
        action={save}
        settings={settings}
        confirmation={{
          legend: t('settings.confirmation'),
          choices: [
            { value: '2', title: t('settings.type2'), text: t('settings.type2Text'), recommended: true },
            { value: '1', title: t('settings.type1'), text: t('settings.type1Text') },
            { value: '0', title: t('settings.type0'), text: t('settings.type0Text') },
          ],
        }}
        who={{
          legend: t('settings.who'),
          choices: [
            { value: 'shop', title: t('settings.whoShop'), text: t('settings.whoShopText') },
            { value: 'goods', title: t('settings.whoGoods'), text: t('settings.whoGoodsText', { days: String(holdDays()) }) },
            { value: 'merchant', title: t('settings.whoMerchant'), text: t('settings.whoMerchantText') },
          ],
        }}
        labels={{ save: t('settings.save'), saving: t('settings.saving'), saved: t('settings.saved'), recommended: t('settings.recommended') }}
        messages={{ choose: t('problem.choose'), foreign_origin: t('problem.foreign_origin'), not_allowed: t('problem.not_allowed') }}
        readOnly={readOnly}
      />
      <section aria-labelledby="gateways" className="grid gap-4">
        <div className="grid gap-1">
          <h2 id="gateways" className="text-xl font-semibold">
            {k('gateways.title')}
          </h2>
          <p className="text-sm text-muted">{k('gateways.lead')}</p>
        </div>
        <GatewayCards locale={locale} mayTest={atLeast(staff.role, needed.testGateway)} callbacks={environment.callbacks} />
      </section>
      <AlertsSection locale={locale} mayTest={atLeast(staff.role, needed.testGateway)} />
      <section aria-labelledby="environment" className="grid gap-3 rounded-card border border-line bg-surface p-5 sm:p-6">
        <h2 id="environment" className="text-xl font-semibold">
          {t('settings.environment')}
        </h2>
        <p className="text-sm text-muted">{t('settings.environmentText')}</p>
        <Facts facts={[{ term: t('settings.newPayments'), value: t(environment.newPayments ? 'settings.on' : 'settings.off') }]} />
        <h3 className="font-semibold">{k('gateways.secrets')}</h3>
        <Facts className={stacked} facts={environment.secrets.map(({ variable, where }) => ({ term: variable, value: k(`gateways.where.${where}`) }))} />
      </section>
    </div>
  )
}
