import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FilterPills, type Pill } from '../filter-pills'

type ReportHeadProps = {
  title: string
  lead: string
  /** The reports there are; this one is marked. */
  reports: { label: string; links: readonly { text: string; href: string; current: boolean }[] }
  /** What is done with all of it: the file. */
  aside: ReactNode
  period: { label: string; pills: readonly Pill[]; path: string; from: string; to: string; kept: Readonly<Record<string, string>> }
  words: { from: string; to: string; apply: string }
}

/** What every report begins with: which it is, over which days, and where to get it as a file. */
export function ReportHead({ title, lead, reports, aside, period, words }: ReportHeadProps) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="text-3xl font-bold">{title}</h1>
          <p className="max-w-text text-muted">{lead}</p>
        </div>
        {aside}
      </div>
      <nav aria-label={reports.label} className="flex gap-6 border-b border-line">
        {reports.links.map(({ text, href, current }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={current ? 'page' : undefined}
            className="-mb-px flex min-h-11 items-center border-b-2 border-transparent font-semibold text-muted no-underline hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {text}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <FilterPills label={period.label} pills={period.pills} />
        {/* Drawn anew with every period, for the fields keep what was typed. */}
        <form
          key={`${period.from} ${period.to}`}
          action={period.path}
          className="grid w-full grid-cols-2 items-end gap-3 sm:flex sm:w-auto"
        >
          {Object.entries(period.kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Field name="from" type="date" label={words.from} defaultValue={period.from} />
          <Field name="to" type="date" label={words.to} defaultValue={period.to} />
          <Button type="submit" variant="secondary" className="max-sm:col-span-2">
            {words.apply}
          </Button>
        </form>
      </div>
    </>
  )
}
