/** The shop's mark: four knit stitches, the smallest thing the pictures are made of. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <g fill="currentColor">
        <path d="M16 7 8.5 0v6.5L16 13.5l7.5-7V0z" />
        <path d="M8.5 16 1 9v6.5L8.5 22.5l7.5-7V9zM23.5 16 16 9v6.5l7.5 7 7.5-7V9z" opacity=".62" />
        <path d="M16 25 8.5 18v6.5L16 31.5l7.5-7V18z" />
      </g>
    </svg>
  )
}
