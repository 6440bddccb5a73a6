export type OutcomeView = {
  readonly good: boolean
  readonly title: string
  readonly text: string
  readonly amount: string
  /** Where the phone goes on, when it does not go on by itself. */
  readonly onward?: string
  readonly onwardLabel: string
}

/** What the phone says after it was answered. */
export function OutcomeCard({ outcome }: { outcome: OutcomeView }) {
  return (
    <section
      role="status"
      className="phone-arrive grid justify-items-center gap-3 rounded-[1.75rem] bg-(--card) px-6 pt-8 pb-6 text-center shadow-[0_12px_32px_-16px_rgb(4_30_36/0.5)]"
    >
      <svg
        aria-hidden
        viewBox="0 0 80 80"
        className="size-20"
        fill="none"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
        stroke={outcome.good ? 'var(--yes)' : 'var(--no)'}
      >
        <circle cx="40" cy="40" r="36" opacity=".22" />
        <path className="phone-draw" pathLength={1} d={outcome.good ? 'M24 42 L35.5 53 L57 29' : 'M28 28 L52 52 M52 28 L28 52'} />
      </svg>
      <h2 className="text-3xl font-extrabold tracking-wide uppercase">{outcome.title}</h2>
      <p className="text-2xl font-bold tabular-nums">{outcome.amount}</p>
      <p className="max-w-64 text-(--card-soft)">{outcome.text}</p>
      {outcome.onward && (
        <a
          href={outcome.onward}
          className="mt-3 grid min-h-13 w-full place-items-center rounded-2xl bg-(--sheet) font-bold no-underline hover:bg-(--track)"
        >
          {outcome.onwardLabel}
        </a>
      )}
    </section>
  )
}
