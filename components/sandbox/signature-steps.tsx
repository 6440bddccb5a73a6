import { Notice } from '@/components/ui/notice'
import type { SignatureWords, Steps } from './signature-form'

const tint = { secret: 'bg-warn-soft', nonce: 'bg-info-soft', url: 'bg-good-soft', body: 'bg-bad-soft' } as const
const parts = ['secret', 'nonce', 'url', 'body'] as const

/** Piece by piece, joined, hashed, compared. */
export function SignatureSteps({ steps, words }: { steps: Steps; words: SignatureWords }) {
  const { pasted, lengths, digest, fits, mistake } = steps
  return (
    <ol className="grid gap-6">
      {parts.map((part, index) => (
        <li key={part} className="grid gap-1.5">
          <h2 className="flex items-baseline justify-between gap-4 text-base font-semibold tracking-normal">
            {index + 1}. {words[part].split(',')[0]}
            <span className="text-sm font-normal text-muted tabular-nums">
              {lengths[part]} {words.bytes}
            </span>
          </h2>
          <code className={`rounded-field px-4 py-3 text-sm leading-6 break-all whitespace-pre-wrap ${tint[part]}`}>
            {pasted[part] || '∅'}
          </code>
        </li>
      ))}
      <li className="grid gap-1.5">
        <h2 className="text-base font-semibold tracking-normal">5. {words.joined}</h2>
        <p className="rounded-field border border-line px-4 py-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap">
          {parts.map((part) => (
            <span key={part} className={tint[part]}>
              {pasted[part]}
            </span>
          ))}
        </p>
      </li>
      <li className="grid gap-1.5">
        <h2 className="text-base font-semibold tracking-normal">6. {words.hash}</h2>
        <code className="rounded-field bg-ink px-4 py-3 text-sm leading-6 break-all text-paper select-all">{digest}</code>
      </li>
      {fits !== null && (
        <li>
          <Notice tone={fits ? 'good' : 'bad'} title={fits ? words.fits : words.differs}>
            {!fits && <p>{mistake ? words.mistake[mistake] : words.unknown}</p>}
          </Notice>
        </li>
      )}
    </ol>
  )
}
