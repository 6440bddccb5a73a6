'use client'

import { ChoiceGroup, type Choice } from './choice-group'

type Group = { readonly legend: string; readonly options: readonly Choice[]; readonly chosen: readonly string[] }

type FilterFieldsProps = {
  garment: Group
  size: Group
  colour: Group
  price: { readonly legend: string; readonly unit: string; readonly bounds: readonly PriceBound[] }
  stock: { readonly label: string; readonly chosen: boolean }
}

type PriceBound = { readonly name: 'from' | 'to'; readonly label: string; readonly value: number | null }

/** What a list may be narrowed by. */
export function FilterFields({ garment, size, colour, price, stock }: FilterFieldsProps) {
  return (
    <>
      <div className="grid content-start gap-7">
        <ChoiceGroup name="garment" {...garment} />
        <ChoiceGroup name="size" {...size} />
        <fieldset>
          <legend className="pb-2.5 font-semibold">{price.legend}</legend>
          <div className="flex items-center gap-3">
            {price.bounds.map((bound, index) => [
              index > 0 && (
                <span key="between" aria-hidden>
                  –
                </span>
              ),
              <PriceField key={bound.name} {...bound} unit={price.unit} />,
            ])}
          </div>
        </fieldset>
        <label className="choice w-fit">
          <input type="checkbox" name="stock" value="1" defaultChecked={stock.chosen} />
          {stock.label}
        </label>
      </div>
      <ChoiceGroup name="colour" {...colour} />
    </>
  )
}

function PriceField({ name, label, unit, value }: PriceBound & { unit: string }) {
  return (
    <label className="relative max-w-36 min-w-0 flex-1">
      <span className="sr-only">{label}</span>
      <input
        name={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        placeholder={label}
        defaultValue={value ?? ''}
        className="control pr-10 tabular-nums"
      />
      <span aria-hidden className="pointer-events-none absolute inset-y-0 right-4 flex items-center text-muted">
        {unit}
      </span>
    </label>
  )
}
