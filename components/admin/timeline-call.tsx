import type { Tone } from '@/components/ui/badge'
import { words, type Locale } from '@/lib/i18n'
import { formatClock } from '@/lib/i18n/dates'
import { durationText } from './duration'
import { Facts } from './facts'
import { Foldable } from './foldable'
import { StoredView } from './stored-view'
import type { TimelineItem } from './timeline-items'

type Calls = Extract<TimelineItem, { kind: 'exchanges' }>['calls']
type Call = Calls[number]

const outcomes = ['done', 'refused', 'unknown'] as const
const signatures = ['valid', 'invalid', 'absent'] as const

export const outcomeOf = (call: Call) => outcomes.find((one) => one === call.outcome) ?? 'open'
export const toneOfCall = (call: Call): Tone => ({ done: 'neutral', refused: 'warn', unknown: 'warn', open: 'warn' } as const)[outcomeOf(call)]

/** Calls to a provider that went alike: what was asked, what came of it, and each of them on demand. */
export function TimelineCall({ calls, locale }: { calls: Calls; locale: Locale }) {
  const t = words(locale, 'admin')
  const [first] = calls
  const outcome = outcomeOf(first)
  return (
    <Foldable
      title={
        <>
          <span className="font-mono text-[0.9375rem] font-semibold">{first.operation}</span>
          {calls.length > 1 && <span className="font-semibold"> × {calls.length}</span>}
          <span className={outcome === 'done' ? 'text-muted' : 'font-semibold text-warn'}>
            {' '}
            · {t(`timeline.outcome.${outcome}`)}
            {first.code && ` · ${first.code}`}
            {calls.length === 1 && first.durationMs !== null && ` · ${durationText(first.durationMs, locale)}`}
          </span>
        </>
      }
    >
      {calls.map((call) => (
        <CallDetails key={String(call.id)} call={call} locale={locale} />
      ))}
      <p className="text-xs text-muted">{t('timeline.keptNote')}</p>
    </Foldable>
  )
}

function CallDetails({ call, locale }: { call: Call; locale: Locale }) {
  const t = words(locale, 'admin')
  const signature = signatures.find((one) => one === call.signature)
  return (
    <div className="grid gap-3 rounded-field bg-sunken p-4">
      <Facts
        className="sm:max-md:grid-cols-[auto_1fr_auto_1fr] sm:[&_dd]:text-left lg:grid-cols-[auto_1fr_auto_1fr]"
        facts={[
          { term: t('timeline.asked'), value: formatClock(call.at, locale) },
          { term: t('timeline.duration'), value: call.durationMs !== null && durationText(call.durationMs, locale) },
          { term: t('timeline.http'), value: call.httpStatus },
          { term: t('timeline.code'), value: call.code },
          { term: t('timeline.signature'), value: signature && t(`timeline.signatureIs.${signature}`) },
          { term: t('timeline.error'), value: call.error },
        ]}
      />
      <Facts className="grid-cols-1 gap-y-0 [&_dd]:text-left" facts={[{ term: t('timeline.support'), value: call.providerRef, code: true }]} />
      <div className="grid gap-4 sm:max-md:grid-cols-2 lg:grid-cols-2">
        <StoredView title={t('timeline.request')} view={call.request} nothing={t('timeline.nothingKept')} />
        <StoredView title={t('timeline.response')} view={call.response} nothing={t('timeline.nothingKept')} />
      </div>
    </div>
  )
}
