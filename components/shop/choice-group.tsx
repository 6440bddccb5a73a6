import type { CSSProperties } from 'react'
import { wools, type WoolName } from '@/lib/drawing/wool'

type ChoiceGroupProps<T extends string> = {
  name: string
  legend: string
  options: readonly { value: T; label: string; swatch?: WoolName }[]
  chosen: readonly T[]
}

/** Several choices of one kind, side by side; what is ticked is in the address. */
export function ChoiceGroup<T extends string>({ name, legend, options, chosen }: ChoiceGroupProps<T>) {
  if (options.length < 2) return null
  return (
    <fieldset>
      <legend className="pb-2.5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label, swatch }) => (
          // The dot of its colour is the stylesheet's: two dozen of them drawn here would weigh as much as the products.
          <label key={value} className="choice" {...(swatch && { style: { '--wool': wools[swatch].hex } as CSSProperties })}>
            <input type="checkbox" name={name} value={value} {...(chosen.includes(value) && { defaultChecked: true })} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
