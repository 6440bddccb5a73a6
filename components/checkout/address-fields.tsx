import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import type { CheckoutWords } from './checkout-words'
import { onlyWithAddress } from './only-for'

type AddressFieldsProps = {
  words: CheckoutWords
  field: (name: string) => Pick<ComponentProps<typeof Field>, 'name' | 'defaultValue' | 'error' | 'autoFocus' | 'required'>
}

export function AddressFields({ words, field }: AddressFieldsProps) {
  return (
    <div className={cn('grid grid-cols-[9rem_1fr] items-start gap-x-4 gap-y-5', onlyWithAddress)}>
      <Field
        {...field('address')}
        label={words.address}
        hint={words.addressHint}
        autoComplete="street-address"
        maxLength={200}
        className="col-span-2"
      />
      <Field {...field('postcode')} label={words.postcode} inputMode="numeric" autoComplete="postal-code" maxLength={20} />
      <Field {...field('city')} label={words.city} autoComplete="address-level2" maxLength={120} />
    </div>
  )
}
