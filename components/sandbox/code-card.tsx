import { Barcode } from './barcode'
import { Countdown } from './countdown'

export type CodeView = { readonly code: string; readonly bars: readonly number[]; readonly leftMs: number; readonly ofMs: number }
export type CodeWords = {
  readonly title: string
  readonly lead: string
  readonly image: string
  readonly left: string
  readonly newOne: string
}

/** What the customer holds up at the till: bars for the scanner, the same in figures for the cashier. */
export function CodeCard({ view, words, holder }: { view: CodeView; words: CodeWords; holder: string }) {
  return (
    <article
      aria-label={words.title}
      className="phone-arrive grid gap-4 rounded-[1.75rem] bg-(--card) p-5 shadow-[0_12px_32px_-16px_rgb(4_30_36/0.5)]"
    >
      <header className="flex items-center justify-between gap-4">
        <div className="leading-snug">
          <h2 className="text-lg font-bold tracking-normal tabular-nums">{holder}</h2>
          <p className="text-sm text-(--card-soft)">{words.lead}</p>
        </div>
        <Countdown key={view.code} leftMs={view.leftMs} ofMs={view.ofMs} label={words.left} />
      </header>
      <Barcode bars={view.bars} label={words.image} />
      <p className="text-center text-4xl font-extrabold tracking-wider tabular-nums select-all">{view.code}</p>
      <p className="text-center text-sm text-(--card-soft)">{words.newOne}</p>
    </article>
  )
}
