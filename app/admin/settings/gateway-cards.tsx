import { Facts } from '@/components/admin/facts'
import { gatewayName } from '@/components/admin/gateway-name'
import { GatewayCheck, type Finding } from '@/components/admin/settings/gateway-check'
import { Badge } from '@/components/ui/badge'
import { lastDeed } from '@/lib/audit/queries'
import { namesOfActors } from '@/lib/auth/queries'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { gatewayFacts, type GatewayFacts } from '@/lib/payments/gateways'
import { testCallbacks, testConnection } from './actions'
import { connectionFinding, selfTestFinding } from './findings'
import { stacked } from './stacked'

type Props = { locale: Locale; mayTest: boolean; callbacks: string }

/** Each gateway as it is configured, and whether the ways to it and back are open. */
export function GatewayCards(props: Props) {
  return gatewayFacts().map((facts) => <GatewayCard key={facts.name} facts={facts} {...props} />)
}

async function GatewayCard({ facts, locale, mayTest, callbacks }: Props & { facts: GatewayFacts }) {
  const t = words(locale, 'keeping')
  const [connection, selfTest] = await Promise.all([
    lastFound('gateway.test', facts.name, locale, connectionFinding),
    lastFound('gateway.self_test', facts.name, locale, selfTestFinding),
  ])
  const a = words(locale, 'admin')
  const messages = {
    too_often: t('check.too_often'),
    gone: a('problem.gone'),
    foreign_origin: a('problem.foreign_origin'),
    not_allowed: a('problem.not_allowed'),
  }
  const shared = { gateway: facts.name, messages, never: t('gateways.never'), readOnly: !mayTest }
  return (
    <article aria-labelledby={`gateway-${facts.name}`} className="grid gap-5 rounded-card border border-line bg-surface p-5 sm:p-6">
      <div className="grid gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 id={`gateway-${facts.name}`} className="text-lg font-semibold">
            {gatewayName(facts.name, locale)}
          </h3>
          <Badge tone={facts.mode === 'production' ? 'good' : 'info'}>{t(`gateways.mode.${facts.mode}`)}</Badge>
        </div>
        <p className="text-sm text-muted">{t(`gateways.modeText.${facts.mode}`)}</p>
      </div>
      <Facts
        className={stacked}
        facts={[
          {
            term: t('gateways.calls'),
            value: facts.addresses.map((address) => (
              <span key={address} className="block">
                {address}
              </span>
            )),
            code: true,
          },
          { term: t('gateways.callbacks'), value: callbacks, code: true },
          ...facts.keys.map(({ variable, where }) => ({ term: variable, value: t(`gateways.where.${where}`) })),
        ]}
      />
      <div className="grid gap-6 border-t border-line pt-5 md:grid-cols-2">
        <GatewayCheck
          action={testConnection}
          words={{ text: t('check.testText'), label: t('check.test'), pending: t('check.testing') }}
          last={connection}
          {...shared}
        />
        <GatewayCheck
          action={testCallbacks}
          words={{ text: t('check.selfTestText'), label: t('check.selfTest'), pending: t('check.selfTesting') }}
          last={selfTest}
          {...shared}
        />
      </div>
    </article>
  )
}

async function lastFound(deed: string, gateway: string, locale: Locale, read: (found: unknown, locale: Locale) => Finding | null) {
  const last = await lastDeed(deed, `gateway:${gateway}`)
  const finding = last && read(last.detail, locale)
  if (!finding) return null
  const names = await namesOfActors([last.actor])
  const actor = names.get(last.actor) ?? words(locale, 'admin')('timeline.actor.unknown')
  return {
    finding,
    when: words(locale, 'keeping')('gateways.last', { actor, day: formatDay(last.at, locale), time: formatTime(last.at, locale) }),
  }
}
