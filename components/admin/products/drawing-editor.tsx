'use client'

import { Undo2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import { renderChart } from '@/lib/drawing/chart'
import { parts } from '@/lib/drawing/parts'
import { renderDrawing } from '@/lib/drawing/render'
import { encode, garments, type Drawing, type Garment } from '@/lib/drawing/spec'
import { BandFields } from './band-fields'
import { stroke, type Stroke } from './drawing-state'
import type { DrawingWords } from './drawing-words'
import { FormAnswer } from './form-answer'
import { PaletteFields } from './palette-fields'
import { useKeptForm, type Outcome } from './use-kept-form'

type DrawingEditorProps = {
  action: FormAction<Outcome>
  product: { id: number; version: number; name: string }
  drawing: Drawing
  words: DrawingWords
  messages: Readonly<Record<string, string>>
}

// As an image, because the pictures' styles and ids are their own.
const asImage = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`

/** Draws a product: every choice is seen at once. */
export function DrawingEditor({ action, product, drawing: saved, words, messages }: DrawingEditorProps) {
  const [history, setHistory] = useState<readonly Drawing[]>([saved])
  const { state, form } = useKeptForm(action)
  const drawing = history.at(-1) ?? saved
  const text = encode(drawing)
  const changed = text !== encode(saved)
  const [picture, chart] = useMemo(
    () => [asImage(renderDrawing(text)), parts[drawing.garment].bands && drawing.bands.length > 0 ? asImage(renderChart(text)) : null],
    [text, drawing],
  )
  const { labels } = words
  const shows = parts[drawing.garment]
  const shades = drawing.palette.map((wool, place) => ({ value: String(place), label: `${place + 1} · ${words.wools[wool]}` }))
  const draw = (step: Stroke) => setHistory((before) => [...before.slice(-99), stroke(before.at(-1) ?? saved, step)])

  // Whoever leaves with something unsaved is asked.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    if (changed) addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [changed])

  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid gap-4 max-lg:sticky max-lg:top-0 max-lg:z-10 max-lg:-mx-4 max-lg:border-b max-lg:border-line max-lg:bg-paper max-lg:px-4 max-lg:pb-3 sm:max-lg:-mx-6 sm:max-lg:px-6 lg:sticky lg:top-6 lg:order-last">
        <div className="grid gap-4 max-lg:grid-cols-[7.5rem_minmax(0,1fr)] max-lg:items-center">
          <div className="overflow-hidden rounded-card bg-tile">
            <img
              src={picture}
              alt={labels.picture.replace('{name}', product.name)}
              width={400}
              height={500}
              className="aspect-4/5 h-auto w-full"
            />
          </div>
          <form {...form} className="grid gap-3">
            <input type="hidden" name="product" value={product.id} />
            <input type="hidden" name="version" value={product.version} />
            <input type="hidden" name="drawing" value={text} />
            <div className="flex flex-wrap gap-2">
              <SubmitButton pendingLabel={labels.saving}>{labels.save}</SubmitButton>
              <button
                type="button"
                disabled={history.length < 2}
                onClick={() => setHistory(history.slice(0, -1))}
                className={buttonLook({ variant: 'secondary' })}
              >
                <Undo2 aria-hidden className="size-4" />
                {labels.undo}
              </button>
            </div>
            {changed ? <p className="text-sm text-muted">{labels.unsaved}</p> : <FormAnswer state={state} messages={messages} />}
            {changed && (state.problem || state.errors) && (
              <FormAnswer state={state} messages={messages} also={['product', 'version', 'drawing']} />
            )}
          </form>
        </div>
        {chart && (
          <img
            src={chart}
            alt={labels.chart.replace('{name}', product.name)}
            className="w-full rounded-card bg-surface p-3 max-lg:hidden"
          />
        )}
      </div>
      <div className="grid gap-8 rounded-card border border-line bg-surface p-5 sm:p-6">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Select
            name="garment"
            label={labels.garment}
            value={drawing.garment}
            onChange={(event) => draw({ kind: 'garment', garment: event.target.value as Garment })}
            options={(Object.keys(garments) as Garment[]).map((value) => ({ value, label: words.garments[value] }))}
          />
          {shows.rib && (
            <Select
              name="rib"
              label={labels.rib}
              value={String(drawing.rib)}
              onChange={(event) => draw({ kind: 'rib', place: Number(event.target.value) })}
              options={shades}
            />
          )}
        </div>
        <PaletteFields drawing={drawing} draw={draw} words={words} />
        {shows.bands && <BandFields row="bands" title={labels.bands} drawing={drawing} draw={draw} words={words} />}
        {shows.trim && <BandFields row="trim" title={labels.trim} drawing={drawing} draw={draw} words={words} />}
        {shows.details.length > 0 && (
          <fieldset>
            <legend className="mb-3 text-lg font-semibold">{labels.details}</legend>
            <div className="flex flex-wrap gap-x-6 gap-y-1">
              {shows.details.map((detail) => (
                <label key={detail} className="flex min-h-11 cursor-pointer items-center gap-2.5">
                  <input
                    type="checkbox"
                    checked={drawing.details.includes(detail)}
                    onChange={(event) => draw({ kind: 'detail', detail, on: event.target.checked })}
                    className="size-5 accent-accent"
                  />
                  {words.details[detail]}
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </div>
  )
}
