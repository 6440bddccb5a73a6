import { chartSrc } from '@/lib/drawing/spec'
import { hasChart } from '@/lib/drawing/chart'
import { words, type Locale } from '@/lib/i18n'

/** The chart a product is knitted from, large enough to count the stitches. */
export function ChartCloseUp({ locale, drawing, name }: { locale: Locale; drawing: string; name: string }) {
  if (!hasChart(drawing)) return null
  const t = words(locale, 'shop')
  return (
    <section
      aria-labelledby="chart"
      className="mt-20 grid items-center gap-x-14 gap-y-8 rounded-card bg-surface p-5 sm:p-10 lg:mt-28 lg:grid-cols-[2fr_3fr] lg:p-14"
    >
      <div className="grid gap-4">
        <h2 id="chart" className="text-3xl font-bold sm:text-4xl">
          {t('product.chart')}
        </h2>
        <p className="max-w-md text-lg text-muted">{t('product.chartText')}</p>
      </div>
      <a href={chartSrc(drawing)} className="group block rounded-field">
        <img
          src={chartSrc(drawing)}
          alt={t('product.chartPicture', { name })}
          width={876}
          height={584}
          loading="lazy"
          decoding="async"
          className="aspect-3/2 w-full object-contain"
        />
      </a>
    </section>
  )
}
