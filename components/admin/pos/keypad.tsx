'use client'

import { CornerDownLeft, Delete } from 'lucide-react'

type KeypadProps = { onKey: (key: string) => void; words: { keypad: string; erase: string; enter: string } }

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'Backspace', '0', 'Enter'] as const
const look = 'grid min-h-14 cursor-pointer place-items-center rounded-field border border-line bg-surface text-2xl font-semibold tabular-nums select-none hover:border-line-strong active:bg-sunken lg:min-h-16'

/** Digits for a finger. It leaves the focus where it is, so that a keyboard beside it goes on typing in the same place. */
export function Keypad({ onKey, words }: KeypadProps) {
  return (
    <div role="group" aria-label={words.keypad} className="grid grid-cols-3 gap-2">
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          aria-label={key === 'Backspace' ? words.erase : key === 'Enter' ? words.enter : undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
          className={look}
        >
          {key === 'Backspace' ? <Delete aria-hidden className="size-6" /> : key === 'Enter' ? <CornerDownLeft aria-hidden className="size-6" /> : key}
        </button>
      ))}
    </div>
  )
}
