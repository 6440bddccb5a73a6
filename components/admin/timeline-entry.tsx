import type { Tone } from '@/components/ui/badge'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { asPaymentState, toneOfPayment } from './state-badge'
import { whyCleared } from './cleared-why'
import { deedText } from './deed-text'
import { Facts } from './facts'
import { Foldable } from './foldable'
import { StoredView } from './stored-view'
import { TimelineCall, toneOfCall } from './timeline-call'
import type { TimelineItem } from './timeline-items'
import { StepText } from './timeline-step'

type Item<K extends TimelineItem['kind']> = Extract<TimelineItem, { kind: K }>

/** Says who an actor is. */
export type NameOf = (actor: string | null) => string

export function toneOfItem(item: TimelineItem): Tone {
  if (item.kind === 'event') return toneOfPayment(item.to)
  if (item.kind === 'exchanges') return toneOfCall(item.calls[0])
  if (item.kind === 'callback') return item.verdict === 'accepted' || item.verdict === 'received' ? 'neutral' : 'bad'
  if (item.kind === 'step') return 'good'
  return item.kind === 'attention' ? 'bad' : 'info'
}

export function TimelineEntryText({ item, locale, nameOf }: { item: TimelineItem; locale: Locale; nameOf: NameOf }) {
  if (item.kind === 'event') return <EventText event={item} locale={locale} nameOf={nameOf} />
  if (item.kind === 'exchanges') return <TimelineCall calls={item.calls} locale={locale} />
  if (item.kind === 'callback') return <CallbackText callback={item} locale={locale} />
  if (item.kind === 'attention') return <AttentionText item={item} locale={locale} nameOf={nameOf} />
  if (item.kind === 'step') return <StepText step={item} locale={locale} nameOf={nameOf} />
  if (item.kind === 'note') return <NoteText note={item} locale={locale} nameOf={nameOf} />
  return <HumanText entry={item} locale={locale} nameOf={nameOf} />
}

const causes = ['start', 'poll', 'callback', 'reconcile', 'shopper', 'merchant', 'capture', 'cancel'] as const
const reasons = ['declined', 'not_a_customer', 'below_minimum', 'wrong_code', 'cart_closed', 'not_accepted', 'provider_down', 'no_answer', 'cancelled'] as const

function EventText({ event, locale, nameOf }: { event: Item<'event'>; locale: Locale; nameOf: NameOf }) {
  const t = words(locale, 'admin')
  const to = t(`paymentState.${asPaymentState(event.to)}`)
  const cause = causes.find((one) => one === event.cause)
  const reason = reasons.find((one) => one === event.reason)
  return (
    <>
      <p className="font-semibold">
        {event.from === null && t('timeline.began')}
        {event.from !== null && event.from === event.to && t('timeline.marked', { state: to })}
        {event.from !== null && event.from !== event.to && (
          <>
            <span className="font-normal text-muted">{t(`paymentState.${asPaymentState(event.from)}`)} → </span>
            {to}
          </>
        )}
      </p>
      <p className="text-sm text-muted">
        {[cause && t(`timeline.cause.${cause}`), t('timeline.by', { actor: nameOf(event.actor) }), reason && t(`reason.${reason}`)].filter(Boolean).join(' · ')}
      </p>
    </>
  )
}

const verdicts = ['received', 'accepted', 'forged', 'malformed', 'mismatch', 'refused'] as const
const signatures = ['valid', 'invalid', 'absent'] as const

function CallbackText({ callback, locale }: { callback: Item<'callback'>; locale: Locale }) {
  const t = words(locale, 'admin')
  const verdict = verdicts.find((one) => one === callback.verdict)
  const signature = signatures.find((one) => one === callback.signature)
  return (
    <Foldable
      title={
        <>
          <span className="font-semibold">{t(callback.callbackKind === 'cancel' ? 'timeline.receivedCancel' : 'timeline.received')}</span>
          <span className={verdict === 'accepted' || verdict === 'received' ? 'text-muted' : 'font-semibold text-bad'}>
            {' '}
            · {verdict ? t(`timeline.verdict.${verdict}`) : callback.verdict} · {callback.answered ? t('timeline.answered', { status: String(callback.answered) }) : t('timeline.notAnswered')}
          </span>
        </>
      }
    >
      <div className="grid gap-3 rounded-field bg-sunken p-4">
        <Facts className="[&_dd]:text-left" facts={[{ term: t('timeline.signature'), value: signature && t(`timeline.signatureIs.${signature}`) }]} />
        <StoredView title={t('timeline.body')} view={callback.body} nothing={t('timeline.nothingKept')} />
      </div>
    </Foldable>
  )
}

const attentionKinds = ['amount_mismatch', 'contradiction', 'unknown_too_long', 'paid_late', 'surplus', 'unbound', 'bad_signature', 'refund_unclear', 'refund_differs', 'reservation_ends'] as const

function AttentionText({ item, locale, nameOf }: { item: Item<'attention'>; locale: Locale; nameOf: NameOf }) {
  const t = words(locale, 'admin')
  const kind = attentionKinds.find((one) => one === item.attentionKind)
  return (
    <>
      <p className="font-semibold text-bad">
        {t('timeline.attentionOpened')}: {kind ? t(`attention.kind.${kind}`) : item.attentionKind}
      </p>
      <p className="text-sm text-muted">{item.detail}</p>
      {item.clearedAt && (
        <p className="text-sm text-muted">
          {t('timeline.attentionCleared', { actor: nameOf(item.clearedBy) })} {formatDay(item.clearedAt, locale)} {formatTime(item.clearedAt, locale)} · {whyCleared(item, locale)}
        </p>
      )}
    </>
  )
}

function HumanText({ entry, locale, nameOf }: { entry: Item<'human'>; locale: Locale; nameOf: NameOf }) {
  const t = words(locale, 'admin')
  const deed = deedText(entry.action, locale)
  return (
    <>
      <p className="font-semibold">{deed}</p>
      <p className="text-sm text-muted">{[t('timeline.by', { actor: nameOf(entry.actor) }), entry.reason && t('timeline.why', { why: entry.reason })].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function NoteText({ note, locale, nameOf }: { note: Item<'note'>; locale: Locale; nameOf: NameOf }) {
  const t = words(locale, 'admin')
  return (
    <>
      <p>
        <span className="font-semibold">{t('timeline.note')}</span> <span className="text-sm text-muted">{t('timeline.by', { actor: nameOf(note.actor) })}</span>
      </p>
      <p className="mt-1.5 rounded-field bg-sunken px-4 py-3 wrap-anywhere whitespace-pre-wrap">{note.text}</p>
    </>
  )
}
