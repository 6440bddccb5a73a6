const quiet = 10
const height = 60

/** Bars as they were reckoned, always dark on white with the quiet zone a scanner needs, whatever the colours around. */
export function Barcode({ bars, label }: { bars: readonly number[]; label: string }) {
  const starts = bars.map((_, i) => bars.slice(0, i).reduce((sum, width) => sum + width, quiet))
  const width = bars.reduce((sum, one) => sum + one, 2 * quiet)
  const path = bars.flatMap((bar, i) => (i % 2 ? [] : [`M${starts[i]} 0h${bar}v${height}h${-bar}z`])).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 -6 ${width} ${height + 12}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className="h-32 w-full rounded-xl bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
