import type { ReactNode } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import type { MailState, OrderMail } from '@/lib/mail/of-order'

const tones: Record<MailState, Tone> = {
  waiting: 'info',
  on_its_way: 'info',
  sent: 'good',
  kept: 'neutral',
  unclear: 'warn',
  refused: 'bad',
  none: 'neutral',
}

type OrderMailItemProps = {
  mail: OrderMail
  /** Null for those who must not see it, and where it is not kept. */
  to: string | null
  /** Who had it sent once more. */
  by: string | null
  locale: Locale
  children?: ReactNode
}

/** One mail about an order: which, to whom, when, and how it stands. */
export function OrderMailItem({ mail: { kind, step, state, at, again, error }, to, by, locale, children }: OrderMailItemProps) {
  const t = words(locale, 'orderMails')
  const moment = (date: Date) => t('moment', { day: formatDay(date, locale), time: formatTime(date, locale) })
  return (
    <li className="grid gap-1 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="font-semibold">{step ? words(locale, 'fulfilment')(step) : t(`kind.${kind}`)}</p>
        <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      </div>
      <p className="text-sm wrap-anywhere text-muted">{[moment(at), to, by && t('by', { actor: by })].filter(Boolean).join(' · ')}</p>
      {state !== 'sent' && state !== 'waiting' && state !== 'kept' && <p className="text-sm">{t(`stateText.${state}`)}</p>}
      {again && <p className="text-sm">{t('tryAgain', { moment: moment(again) })}</p>}
      {error && <p className="text-sm wrap-anywhere text-muted">{t('said', { error })}</p>}
      {children}
    </li>
  )
}
