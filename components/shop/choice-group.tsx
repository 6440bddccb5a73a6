'use client'

import type { CSSProperties } from 'react'

export type Choice = { readonly value: string; readonly label: string; readonly swatch?: string }

type ChoiceGroupProps = {
  name: string
  legend: string
  options: readonly Choice[]
  chosen: readonly string[]
}

/** Several choices of one kind, side by side; what is ticked is in the address. */
export function ChoiceGroup({ name, legend, options, chosen }: ChoiceGroupProps) {
  if (options.length < 2) return null
  return (
    <fieldset>
      <legend className="pb-2.5 font-semibold">{legend}</legend>
      <div className="choices">
        {options.map(({ value, label, swatch }) => (
          // The dot of its colour is the stylesheet's: two dozen of them drawn here would weigh as much as the products.
          <label key={value} className="choice" {...(swatch && { style: { '--wool': swatch } as CSSProperties })}>
            <input type="checkbox" name={name} value={value} {...(chosen.includes(value) && { defaultChecked: true })} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
