import type { ReactNode } from 'react'

/** A chart under its own heading, beside the table that has its numbers. */
export function ChartCard({ title, legend, children }: { title: string; legend?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid content-start gap-3 rounded-card border border-line bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        {legend}
      </div>
      {children}
    </section>
  )
}
