import { Facts } from '@/components/admin/facts'
import { OneClick } from '@/components/admin/one-click'
import { AlertLanguage } from '@/components/admin/settings/alert-language'
import { recentAlerts, type RecentAlert } from '@/lib/alerts/queries'
import { readAlertSettings } from '@/lib/alerts/settings'
import { alertLine } from '@/lib/alerts/words'
import { locales, words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { saveAlertLanguage, testAlert } from './actions'

/** Who is told outside the admin, and what of it arrived. */
export async function AlertsSection({ locale, mayTest, mayChange }: { locale: Locale; mayTest: boolean; mayChange: boolean }) {
  const t = words(locale, 'keeping')
  const a = words(locale, 'admin')
  const [{ mail, webhook, lowStockAt, locale: written }, recent] = await Promise.all([readAlertSettings(), recentAlerts()])
  const problems = { foreign_origin: a('problem.foreign_origin'), not_allowed: a('problem.not_allowed') }
  return (
    <section aria-labelledby="alerts" className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:p-6">
      <h2 id="alerts" className="text-xl font-semibold">
        {t('alerts.title')}
      </h2>
      <p className="text-sm text-muted">{t('alerts.lead')}</p>
      <Facts
        facts={[
          { term: t('alerts.mail'), value: mail ?? t('alerts.nobody') },
          // Without its path: that may be a secret of the other side.
          { term: t('alerts.webhook'), value: webhook ? new URL(webhook.url).origin : t('alerts.nobody') },
          { term: t('alerts.lowStock'), value: lowStockAt || t('alerts.lowStockOff') },
          !mayChange && { term: t('alerts.language'), value: t(`alerts.${written}`) },
        ]}
      />
      {mayChange && (
        <AlertLanguage
          action={saveAlertLanguage}
          chosen={written}
          options={locales.map((value) => ({ value, label: t(`alerts.${value}`) }))}
          words={{ label: t('alerts.language'), save: a('settings.save'), saving: a('settings.saving') }}
          messages={{ saved: a('settings.saved'), choose: a('problem.choose'), ...problems }}
        />
      )}
      {mayTest && (
        <OneClick
          action={testAlert}
          name="of"
          value="test"
          label={t('alerts.test')}
          pending={t('alerts.testing')}
          messages={{
            sent: t('alerts.sent'),
            nowhere: t('alerts.nowhere'),
            too_often: t('check.too_often'),
            ...problems,
          }}
        />
      )}
      <h3 className="font-semibold">{t('alerts.recent')}</h3>
      {recent.length === 0 && <p className="text-sm text-muted">{t('alerts.none')}</p>}
      <ul className="grid gap-2 text-sm empty:hidden">
        {recent.map((alert) => (
          <li key={alert.id} className="grid gap-0.5 border-t border-line pt-2">
            <span>{alertLine(alert.detail, locale)}</span>
            <span className="text-muted">
              {formatDay(alert.raisedAt, locale)} {formatTime(alert.raisedAt, locale)} · {delivered(alert, locale)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function delivered({ webhook }: RecentAlert, locale: Locale): string {
  const t = words(locale, 'keeping')
  if (!webhook) return t('alerts.noWebhook')
  const { state, tries, why } = webhook
  if (state === 'waiting' || state === 'failed') return t(`alerts.${state}`, { tries, why })
  return t(`alerts.${state}`)
}
