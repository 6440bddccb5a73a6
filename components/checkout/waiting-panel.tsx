import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney } from '@/lib/money'
import type { WaitingRoom } from '@/lib/payments/read'
import { Countdown } from './countdown'
import styles from './knit.module.css'
import { KnitRose } from './knit-rose'
import type { Scene, WaitingView } from './waiting-view'

type Look = { knitted: number; motion?: 'still' | 'knitting' | 'cheer'; colour: string; ground: string }

const looks: Record<Scene, Look> = {
  pending: { knitted: 0.34, motion: 'knitting', colour: 'text-accent', ground: 'bg-sunken' },
  needs_code: { knitted: 0.34, motion: 'knitting', colour: 'text-accent', ground: 'bg-sunken' },
  cancelling: { knitted: 0.34, motion: 'knitting', colour: 'text-muted', ground: 'bg-sunken' },
  reserved: { knitted: 0.72, motion: 'knitting', colour: 'text-accent', ground: 'bg-sunken' },
  merchant: { knitted: 0.86, colour: 'text-accent', ground: 'bg-sunken' },
  goods: { knitted: 0.86, colour: 'text-accent', ground: 'bg-sunken' },
  needsYes: { knitted: 0.72, colour: 'text-warn', ground: 'bg-warn-soft' },
  confirmed: { knitted: 1, motion: 'cheer', colour: 'text-good', ground: 'bg-good-soft' },
  declined: { knitted: 0.34, colour: 'text-bad', ground: 'bg-bad-soft' },
  failed: { knitted: 0.1, colour: 'text-bad', ground: 'bg-bad-soft' },
  cancelled: { knitted: 0.34, colour: 'text-muted', ground: 'bg-sunken' },
  expired: { knitted: 0.34, colour: 'text-muted', ground: 'bg-sunken' },
  unheard: { knitted: 0.55, colour: 'text-warn', ground: 'bg-warn-soft' },
  unknown: { knitted: 0.55, motion: 'knitting', colour: 'text-info', ground: 'bg-info-soft' },
}

type WaitingPanelProps = { view: WaitingView; waiting: WaitingRoom; now: Date; locale: Locale; children: ReactNode }

/** How the payment stands, in a picture and in words, and what can be done now. */
export function WaitingPanel({ view, waiting, now, locale, children }: WaitingPanelProps) {
  const t = words(locale, 'payment')
  const { colour, ground, ...rose } = looks[view.scene]
  const amount = formatMoney(waiting.amount, locale)
  return (
    <article
      key={view.scene}
      className={cn('grid overflow-clip rounded-card border border-line bg-surface sm:grid-cols-[auto_minmax(0,1fr)]', styles.arrive)}
    >
      <div className={cn('relative flex justify-center p-5 sm:items-start sm:p-8 lg:px-10 lg:py-12', ground, colour)}>
        <div aria-hidden className="absolute inset-0 opacity-15 knit-field" />
        <KnitRose {...rose} className="relative w-32 sm:w-36 xl:w-48" />
      </div>
      <div className="grid content-start gap-6 p-5 py-7 sm:p-8 lg:px-10 lg:py-12">
        <header className="grid gap-3">
          <p className={cn('font-semibold', colour)}>{view.eyebrow}</p>
          <h1 className="text-4xl font-bold sm:text-5xl">{view.title}</h1>
          <p className="text-xl">{view.text}</p>
          {view.reason && <p className="text-lg text-muted">{view.reason}</p>}
        </header>
        {view.onPhone && <TimeLeft waiting={waiting} now={now} locale={locale} />}
        {view.scene === 'pending' && (
          <ol className="grid gap-3">
            {[t('pending.step1'), t('pending.step2', { amount }), t('pending.step3')].map((step, index) => (
              <li key={step} className="grid grid-cols-[2.25rem_1fr] items-baseline gap-x-3 text-lg">
                <span
                  aria-hidden
                  className="flex size-9 items-center justify-center rounded-full bg-sunken font-display font-bold text-accent"
                >
                  {index + 1}
                </span>
                {step}
              </li>
            ))}
          </ol>
        )}
        {children}
      </div>
    </article>
  )
}

function TimeLeft({ waiting, now, locale }: { waiting: WaitingRoom; now: Date; locale: Locale }) {
  const t = words(locale, 'payment')
  const left = Math.max(0, Math.ceil((waiting.expiresAt.getTime() - now.getTime()) / 1000))
  const marks = [
    ...[5, 2, 1].map((minutes) => ({ at: minutes * 60, text: t('minutesLeft', { minutes }) })),
    ...[30, 10].map((seconds) => ({ at: seconds, text: t('secondsLeft', { seconds }) })),
    { at: 0, text: t('timeUp') },
  ]
  return (
    <Countdown
      expiresAt={waiting.expiresAt.getTime()}
      left={left}
      of={Math.max(180, left)}
      label={t('timeLeft')}
      timeUp={t('timeUp')}
      marks={marks}
    />
  )
}
