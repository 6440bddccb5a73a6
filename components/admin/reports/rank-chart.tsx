export type RankBar = {
  readonly name: string
  readonly value: number
  /** Of the value: what was given back. Drawn as the far end of the bar. */
  readonly less?: number
  /** The value in words. */
  readonly text: string
  /** All that has no bar of its own. */
  readonly rest?: boolean
}

type RankChartProps = {
  bars: readonly RankBar[]
  /** All the chart says, for those who do not see it; the table beside it has each number. */
  description: string
}

const width = 720
const height = 10

/** What was most, as bars one under the other. Drawn on the server; nothing of it runs in the browser. */
export function RankChart({ bars, description }: RankChartProps) {
  const most = Math.max(...bars.map(({ value, less = 0 }) => Math.max(value, less)), 1)
  const long = (value: number) => (value / most) * width
  return (
    <figure role="img" aria-label={description} className="grid gap-3">
      {bars.map(({ name, value, less = 0, text, rest }) => (
        <div key={name} aria-hidden className="grid gap-1">
          <p className="flex items-baseline justify-between gap-4 text-sm">
            <span className={rest ? 'min-w-0 truncate text-muted' : 'min-w-0 truncate'}>{name}</span>
            <span className="flex-none text-muted tabular-nums">{text}</span>
          </p>
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="h-3 w-full">
            <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="stroke-line" vectorEffect="non-scaling-stroke" />
            <rect width={long(value)} height={height} className={rest ? 'fill-muted' : 'fill-accent'} />
            {less > 0 && <rect x={long(Math.max(value - less, 0))} width={long(less)} height={height} className="fill-line-strong" />}
          </svg>
        </div>
      ))}
    </figure>
  )
}
