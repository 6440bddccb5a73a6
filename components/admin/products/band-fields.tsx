'use client'

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { Select, type Option } from '@/components/ui/select'
import { motifs, type MotifName } from '@/lib/drawing/motifs/library'
import { limits, type Band, type BandColours, type Drawing } from '@/lib/drawing/spec'
import type { Row, Stroke } from './drawing-state'
import type { DrawingWords } from './drawing-words'

type BandFieldsProps = { row: Row; title: string; drawing: Drawing; draw: (step: Stroke) => void; words: DrawingWords }

const names = Object.keys(motifs) as MotifName[]
const places = ['ground', 'pattern', 'second'] as const

/** The bands of a drawing from the top down, as a knitter reads them: motif, plain rows before it, and its colours. */
export function BandFields({ row, title, drawing, draw, words }: BandFieldsProps) {
  const { labels } = words
  const bands = drawing[row]
  const shades = drawing.palette.map((wool, place) => ({ value: String(place), label: `${place + 1} · ${words.wools[wool]}` }))
  const options = names.map((value) => ({ value, label: words.motifs[value] }))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 text-lg font-semibold">{title}</legend>
      {bands.length === 0 && <p className="text-sm text-muted">{labels.noBands}</p>}
      <ol className="grid gap-3">
        {bands.map((band, at) => (
          <li key={at} className="rounded-field border border-line p-3 sm:p-4">
            <OneBand
              id={`${row}-${at}`}
              name={`${labels.band} ${at + 1}`}
              band={band}
              onChange={(changed) => draw({ kind: 'band', row, at, band: changed })}
              options={options}
              shades={shades}
              labels={labels}
            >
              <Tool
                label={`${labels.up}: ${labels.band} ${at + 1}`}
                disabled={at === 0}
                onClick={() => draw({ kind: 'moveBand', row, at, by: -1 })}
              >
                <ArrowUp aria-hidden className="size-4" />
              </Tool>
              <Tool
                label={`${labels.down}: ${labels.band} ${at + 1}`}
                disabled={at === bands.length - 1}
                onClick={() => draw({ kind: 'moveBand', row, at, by: 1 })}
              >
                <ArrowDown aria-hidden className="size-4" />
              </Tool>
              <Tool label={`${labels.removeBand} ${at + 1}`} onClick={() => draw({ kind: 'removeBand', row, at })}>
                <X aria-hidden className="size-4" />
              </Tool>
            </OneBand>
          </li>
        ))}
      </ol>
      {bands.length < limits[row] && (
        <button
          type="button"
          onClick={() => draw({ kind: 'addBand', row })}
          className={`${buttonLook({ variant: 'secondary', size: 'small' })} justify-self-start`}
        >
          <Plus aria-hidden className="size-4" />
          {labels.addBand}
        </button>
      )}
    </fieldset>
  )
}

type ToolProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }

const Tool = ({ label, disabled, onClick, children }: ToolProps) => (
  <button
    type="button"
    aria-label={label}
    disabled={disabled}
    onClick={onClick}
    className="grid size-11 cursor-pointer place-items-center rounded-full hover:bg-sunken disabled:cursor-default disabled:opacity-35"
  >
    {children}
  </button>
)

type OneBandProps = {
  id: string
  name: string
  band: Band
  onChange: (band: Band) => void
  options: readonly Option[]
  shades: readonly Option[]
  labels: DrawingWords['labels']
  children: ReactNode
}

function OneBand({ id, name, band, onChange, options, shades, labels, children }: OneBandProps) {
  const gaps = Array.from({ length: 10 }, (_, rows) => ({ value: String(rows), label: String(rows) }))
  const colours = (at: number, place: number): BandColours => {
    const [ground, pattern, second] = band.colours
    return at === 0 ? [place, pattern, second] : at === 1 ? [ground, place, second] : [ground, pattern, place]
  }
  return (
    <div role="group" aria-label={name} className="grid gap-3">
      <div className="flex items-center justify-between gap-2">
        <span className="font-semibold">{name}</span>
        <span className="-my-1 flex">{children}</span>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        <Select
          id={`${id}-motif`}
          name={`${id}-motif`}
          label={labels.motif}
          value={band.motif}
          onChange={(event) => onChange({ ...band, motif: event.target.value as MotifName })}
          options={options}
        />
        <Select
          id={`${id}-gap`}
          name={`${id}-gap`}
          label={labels.gap}
          value={String(band.gap)}
          onChange={(event) => onChange({ ...band, gap: Number(event.target.value) })}
          options={gaps}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        {places.map((place, at) => (
          <Select
            key={place}
            id={`${id}-${place}`}
            name={`${id}-${place}`}
            label={labels[place]}
            value={String(band.colours[at])}
            onChange={(event) => onChange({ ...band, colours: colours(at, Number(event.target.value)) })}
            options={shades}
          />
        ))}
      </div>
    </div>
  )
}
