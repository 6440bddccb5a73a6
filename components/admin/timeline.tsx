import type { Tone } from '@/components/ui/badge'
import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatLongDay, sameDay } from '@/lib/i18n/dates'
import type { Story } from '@/lib/payments/story'
import { durationText } from './duration'
import { TimelineEntryText, toneOfItem, type NameOf } from './timeline-entry'
import { timelineItems, type TimelineItem } from './timeline-items'

const roles = ['shopper', 'system', 'provider', 'merchant'] as const
const dot: Record<Tone, string> = { neutral: 'bg-surface border-line-strong', good: 'bg-good border-good', warn: 'bg-warn border-warn', bad: 'bg-bad border-bad', info: 'bg-info border-info' }

/** Everything that happened to an order's payments: a rail of moments. States are filled dots, talk is hollow ones. */
export function Timeline({ entries, human, names, locale }: Pick<Story, 'entries' | 'human' | 'names'> & { locale: Locale }) {
  const t = words(locale, 'admin')
  const items = timelineItems(entries, human)
  const nameOf: NameOf = (actor) => {
    const role = roles.find((one) => one === actor)
    return role ? t(`timeline.actor.${role}`) : (names.get(actor ?? '') ?? t('timeline.actor.unknown'))
  }
  if (items.length === 0) return <p className="text-muted">{t('timeline.empty')}</p>
  return (
    <ol className="grid">
      {items.map((item, i) => {
        const before = items[i - 1]
        const newDay = !before || !sameDay(before.at, item.at)
        return (
          <li key={i} className="group/item grid grid-cols-[1rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[4.5rem_1rem_minmax(0,1fr)] md:max-lg:gap-x-3">
            {newDay && <p className="col-span-full pt-1 pb-3 text-sm font-semibold first-letter:uppercase">{formatLongDay(item.at, locale)}</p>}
            <p className="hidden pt-px text-sm leading-6 tabular-nums sm:block">
              <Moment item={item} before={before} locale={locale} />
            </p>
            <span aria-hidden className="relative flex justify-center">
              <span className="absolute top-1.5 -bottom-1.5 w-px bg-line-strong/50 group-last/item:hidden" />
              <span className={`relative mt-1.5 size-3 rounded-full border-2 ${dot[toneOfItem(item)]}`} />
            </span>
            <div className="min-w-0 pb-5">
              <p className="text-sm tabular-nums sm:hidden">
                <Moment item={item} before={before} locale={locale} />
              </p>
              <TimelineEntryText item={item} locale={locale} nameOf={nameOf} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** The time, and how long after what came before. */
function Moment({ item, before, locale }: { item: TimelineItem; before: TimelineItem | undefined; locale: Locale }) {
  const t = words(locale, 'admin')
  const since = before ? item.at.getTime() - before.at.getTime() : 0
  return (
    <>
      <time dateTime={item.at.toISOString()}>{formatClock(item.at, locale)}</time>
      {since > 0 && <span className="text-xs text-muted max-sm:ml-2 sm:block sm:leading-4">{t('timeline.after', { duration: durationText(since, locale) })}</span>}
    </>
  )
}
