import { cn } from '@/components/ui/cn'
import { Avatar } from './request-card'

export type HistoryRow = {
  readonly id: string
  readonly merchant: string
  readonly amount: string
  readonly time: string
  readonly state: string
  readonly good: boolean
}

/** What the phone has seen before. */
export function History({ title, rows }: { title: string; rows: readonly HistoryRow[] }) {
  if (!rows.length) return null
  return (
    <section className="grid gap-2">
      <h2 className="px-2 text-sm font-bold tracking-wide text-(--card-soft)">{title}</h2>
      <ul className="divide-y divide-(--card-line) overflow-hidden rounded-[1.5rem] bg-(--card)">
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-3 px-4 py-3">
            <Avatar name={row.merchant} small />
            <span className="min-w-0 flex-1 leading-snug">
              <span className="block truncate font-semibold">{row.merchant}</span>
              <span className="block text-sm text-(--card-soft)">
                <span className="tabular-nums">{row.time}</span> · {row.state}
              </span>
            </span>
            <span className={cn('font-bold whitespace-nowrap tabular-nums', !row.good && 'font-medium text-(--card-soft)')}>
              {row.amount}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
