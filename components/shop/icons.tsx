import type { ReactNode } from 'react'

// Lucide's drawings. Its own components are the browser's to draw: a list's page would carry them as script, and
// every line of a drawing as data.
function Strokes({ className, children }: { className: string; children: ReactNode }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      {children}
    </svg>
  )
}

type IconProps = { className: string }

export const SearchIcon = ({ className }: IconProps) => (
  <Strokes className={className}>
    <path d="m21 21-4.34-4.34" />
    <circle cx="11" cy="11" r="8" />
  </Strokes>
)

export const PersonIcon = ({ className }: IconProps) => (
  <Strokes className={className}>
    <path d="M5 21a7 7 0 0 1 14 0" />
    <circle cx="12" cy="8" r="5" />
  </Strokes>
)

export const FilterIcon = ({ className }: IconProps) => (
  <Strokes className={className}>
    <path d="M10 5H3m9 14H3M14 3v4m2 10v4m5-9h-9m9 7h-5m5-14h-7M8 10v4m0-2H3" />
  </Strokes>
)

export const RemoveIcon = ({ className }: IconProps) => (
  <Strokes className={className}>
    <path d="M18 6 6 18M6 6l12 12" />
  </Strokes>
)
