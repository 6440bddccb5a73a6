import type { CSSProperties } from 'react'
import { chartSize, hasChart } from '@/lib/drawing/chart'
import { closeUpOrigin } from '@/lib/drawing/close-up'
import { chartSrc, drawingSrc } from '@/lib/drawing/spec'
import { words, type Locale } from '@/lib/i18n'

/** The chart a product is knitted from, large enough to count the stitches, beside what became of it. */
export function ChartCloseUp({ locale, drawing, name }: { locale: Locale; drawing: string; name: string }) {
  if (!hasChart(drawing)) return null
  const t = words(locale, 'shop')
  return (
    <section aria-labelledby="chart" className="far mt-20 grid overflow-clip rounded-card bg-surface lg:mt-28 lg:grid-cols-2">
      <div className="close-up">
        <img src={drawingSrc(drawing)} alt="" loading="lazy" decoding="async" style={{ '--at': closeUpOrigin(drawing) } as CSSProperties} />
      </div>
      <div className="grid content-center gap-8 p-5 py-8 sm:p-10 lg:p-14">
        <div className="grid gap-3">
          <h2 id="chart" className="text-2xl font-bold sm:text-4xl">
            {t('product.chart')}
          </h2>
          <p className="max-w-md text-muted sm:text-lg">{t('product.chartText')}</p>
        </div>
        <a href={chartSrc(drawing)} className="group grid gap-3 rounded-field">
          <img
            src={chartSrc(drawing)}
            alt={t('product.chartPicture', { name })}
            {...chartSize(drawing)}
            loading="lazy"
            decoding="async"
            className="h-auto w-full"
          />
          <span className="font-semibold underline decoration-line-strong underline-offset-4 group-hover:decoration-ink">
            {t('product.chartOpen')}
          </span>
        </a>
      </div>
    </section>
  )
}
