'use client'

import { Plus, X } from 'lucide-react'
import { buttonLook } from '@/components/ui/button-look'
import { Select } from '@/components/ui/select'
import { limits, type Drawing } from '@/lib/drawing/spec'
import { wools, type WoolName } from '@/lib/drawing/wool'
import type { Stroke } from './drawing-state'
import type { DrawingWords } from './drawing-words'

type PaletteFieldsProps = { drawing: Drawing; draw: (step: Stroke) => void; words: DrawingWords }

const names = Object.keys(wools) as WoolName[]

/** The shades of a drawing; the first is the garment's own. */
export function PaletteFields({ drawing: { palette }, draw, words }: PaletteFieldsProps) {
  const { labels } = words
  const options = names.map((value) => ({ value, label: words.wools[value] }))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 text-lg font-semibold">{labels.palette}</legend>
      <ol className="grid gap-3 sm:grid-cols-2">
        {palette.map((wool, place) => (
          <li key={place} className="flex items-end gap-2">
            <span
              aria-hidden
              className="mb-1.5 size-9 flex-none rounded-full border border-line-strong"
              style={{ backgroundColor: wools[wool].hex }}
            />
            <Select
              name={`shade-${place}`}
              label={`${labels.shade} ${place + 1}`}
              value={wool}
              onChange={(event) => draw({ kind: 'shade', place, wool: event.target.value as WoolName })}
              options={options}
              className="min-w-0 flex-1"
            />
            {palette.length > 2 && (
              <button
                type="button"
                onClick={() => draw({ kind: 'removeShade', place })}
                aria-label={`${labels.removeShade} ${place + 1}`}
                className="mb-0.5 grid size-11 flex-none cursor-pointer place-items-center rounded-full hover:bg-sunken"
              >
                <X aria-hidden className="size-4" />
              </button>
            )}
          </li>
        ))}
      </ol>
      {palette.length < limits.palette && (
        <button
          type="button"
          onClick={() => draw({ kind: 'addShade' })}
          className={`${buttonLook({ variant: 'secondary', size: 'small' })} justify-self-start`}
        >
          <Plus aria-hidden className="size-4" />
          {labels.addShade}
        </button>
      )}
    </fieldset>
  )
}
