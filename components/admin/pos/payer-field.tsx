'use client'

import { IdCard, ScanBarcode, Smartphone } from 'lucide-react'
import type { Ref } from 'react'
import { FieldFrame, controlClass, described } from '@/components/ui/field'
import type { PayerKind, PayerWords } from './words'

type PayerFieldProps = {
  value: string
  onChange: (typed: string) => void
  onFocus?: () => void
  kind: PayerKind | null
  words: PayerWords
  error?: string
  inputRef?: Ref<HTMLInputElement>
}

const pictures = { phone: Smartphone, national_id: IdCard, app_code: ScanBarcode }

/** One line for whatever a customer is named by. No browser remembers it. */
export function PayerField({ value, onChange, onFocus, kind, words, error, inputRef }: PayerFieldProps) {
  const Picture = kind && pictures[kind]
  return (
    <FieldFrame id="payer" label={words.label} hint={words.hint} error={error}>
      <span className="relative block">
        <input
          ref={inputRef}
          id="payer"
          name="payer"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore
          data-lpignore="true"
          maxLength={40}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onFocus={onFocus}
          className={`${controlClass} min-h-14 pr-32 text-xl tabular-nums`}
          {...described({ id: 'payer', hint: words.hint, error })}
        />
        <span role="status" className="pointer-events-none absolute inset-y-0 right-4 flex items-center gap-1.5 text-sm font-semibold text-good">
          {Picture && <Picture aria-hidden className="size-4" />}
          {kind && words.kinds[kind]}
        </span>
      </span>
    </FieldFrame>
  )
}
