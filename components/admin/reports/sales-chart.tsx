import type { DayRow } from '@/lib/reports/queries'

type SalesChartProps = {
  days: readonly DayRow[]
  /** All the chart says, for those who do not see it; the table beside it has each number. */
  description: string
  /** The value of the topmost line, as text, and the first and the last day. */
  labels: { top: string; from: string; to: string }
}

const width = 720
const height = 200

/** Sales a day as bars, refunds hanging below the line. Drawn on the server; nothing of it runs in the browser. */
export function SalesChart({ days, description, labels }: SalesChartProps) {
  const most = Math.max(...days.map(({ sales }) => sales), 1)
  const mostBack = Math.max(...days.map(({ refunds }) => refunds), 0)
  const scale = height / (most + mostBack)
  const line = most * scale
  const step = width / days.length
  const bar = Math.max(step * 0.72, 1)
  const x = (i: number) => i * step + (step - bar) / 2
  return (
    <figure className="grid gap-1">
      <p aria-hidden className="text-xs text-muted tabular-nums">
        {labels.top}
      </p>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={description}
        preserveAspectRatio="none"
        className="h-52 w-full lg:h-80"
      >
        <line x1="0" x2={width} y1="0.5" y2="0.5" className="stroke-line" strokeDasharray="3 5" vectorEffect="non-scaling-stroke" />
        {days.map(({ day, sales, refunds }, i) => (
          <g key={day}>
            {sales > 0 && <rect x={x(i)} width={bar} y={line - sales * scale} height={sales * scale} className="fill-accent" />}
            {refunds > 0 && <rect x={x(i)} width={bar} y={line} height={refunds * scale} className="fill-line-strong" />}
          </g>
        ))}
        <line x1="0" x2={width} y1={line} y2={line} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption aria-hidden className="flex justify-between text-xs text-muted tabular-nums">
        <span>{labels.from}</span>
        <span>{labels.to}</span>
      </figcaption>
    </figure>
  )
}
