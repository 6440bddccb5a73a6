import { gatewayName } from '@/components/admin/gateway-name'
import { AgreementForm } from '@/components/admin/settings/agreement'
import { words, type Locale } from '@/lib/i18n'
import { weekdayName } from '@/lib/i18n/dates'
import { readAgreements } from '@/lib/reports/agreements'
import { saveAgreement } from './actions'
import { agreementFields } from './agreement-form'

/** What is agreed with each gateway: the report of fees and settlement reckons by it. */
export async function AgreementsSection({ locale, mayChange }: { locale: Locale; mayChange: boolean }) {
  const agreements = await readAgreements()
  const a = words(locale, 'admin')
  const f = words(locale, 'figures')
  return (
    <section id="agreements" aria-labelledby="agreements-title" className="grid scroll-mt-24 gap-4">
      <div className="grid gap-1">
        <h2 id="agreements-title" className="text-xl font-semibold">
          {f('agreement.title')}
        </h2>
        <p className="text-sm text-muted">{f('agreement.lead')}</p>
      </div>
      {[...agreements].map(([gateway, agreement]) => (
        <AgreementForm
          key={gateway}
          action={saveAgreement}
          gateway={gateway}
          name={gatewayName(gateway, locale)}
          stored={agreementFields(agreement, locale === 'is' ? ',' : '.')}
          vatRates={[
            { value: '0', label: f('agreement.noVat') },
            { value: '11', label: '11 %' },
            { value: '24', label: '24 %' },
          ]}
          weekdays={[
            { value: '', label: f('agreement.anyDay') },
            ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day, locale) })),
          ]}
          words={{
            fees: f('agreement.fees'),
            percent: f('agreement.percent'),
            fixed: f('agreement.fixed'),
            vatRate: f('agreement.vatRate'),
            feesHint: f('agreement.feesHint'),
            settles: f('agreement.settles'),
            afterDays: f('agreement.afterDays'),
            weekday: f('agreement.weekday'),
            settlesHint: f('agreement.settlesHint'),
            save: a('settings.save'),
            saving: a('settings.saving'),
            saved: a('settings.saved'),
          }}
          messages={{
            percent_wrong: f('agreement.percentWrong'),
            fixed_wrong: f('agreement.fixedWrong'),
            days_wrong: f('agreement.daysWrong'),
            choose: a('problem.choose'),
            gone: a('problem.gone'),
            foreign_origin: a('problem.foreign_origin'),
            not_allowed: a('problem.not_allowed'),
          }}
          readOnly={!mayChange}
        />
      ))}
    </section>
  )
}
