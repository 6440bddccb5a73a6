import type { ReactNode } from 'react'
import { listUrl } from '@/components/admin/list-url'
import { ReportHead } from '@/components/admin/reports/report-head'
import type { Pill } from '@/components/admin/filter-pills'
import { addDays, writeDay } from '@/lib/days'
import { words, type Locale } from '@/lib/i18n'
import { reportsPath, settlementPath, spans, type Said } from './query'

type HeadProps = {
  locale: Locale
  which: 'sales' | 'settlement'
  said: Said
  today: Date
  /** What the address says besides its days. */ kept?: Readonly<Record<string, string>>
  aside: ReactNode
}

/** The periods people ask for most: backwards for what was sold; for what is settled, what comes first. */
function usualPeriods(
  which: HeadProps['which'],
  today: Date,
): { key: 'week' | 'month' | 'quarter' | 'year' | 'coming'; from: Date; to: Date }[] {
  const back = (['week', 'month', 'quarter', 'year'] as const).map((key) => ({ key, from: addDays(today, 1 - spans[key]), to: today }))
  if (which === 'sales') return back
  return [{ key: 'coming', from: today, to: addDays(today, 30) }, ...back.filter(({ key }) => key !== 'week')]
}

export function Head({ locale, which, said, today, kept = {}, aside }: HeadProps) {
  const t = words(locale, 'admin')
  const f = words(locale, 'figures')
  const path = which === 'sales' ? reportsPath : settlementPath
  const pills = usualPeriods(which, today).map(({ key, ...days }): Pill => {
    const [from, to] = [writeDay(days.from), writeDay(days.to)]
    return { key, text: f(`period.${key}`), href: listUrl(path, { from, to, ...kept }), current: said.from === from && said.to === to }
  })
  return (
    <ReportHead
      title={t('reports.title')}
      lead={which === 'sales' ? t('reports.lead') : f('settlement.lead')}
      reports={{
        label: f('which'),
        links: [
          { text: f('sales'), href: listUrl(reportsPath, which === 'sales' ? said : {}), current: which === 'sales' },
          {
            text: f('settlement.title'),
            href: listUrl(settlementPath, which === 'settlement' ? said : {}),
            current: which === 'settlement',
          },
        ],
      }}
      aside={aside}
      period={{ label: t('reports.period'), pills, path, from: said.from, to: said.to, kept }}
      words={{ from: t('reports.from'), to: t('reports.to'), apply: t('list.apply') }}
    />
  )
}
