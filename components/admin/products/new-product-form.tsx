'use client'

import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import { ProductForm } from './product-form'

type NewProductFormProps = Omit<ComponentProps<typeof ProductForm>, 'product' | 'more' | 'values'> & {
  /** Sent again, the same form makes no second product. */
  formKey: string
  garments: readonly Option[]
  first: { category: string }
  labels: { garment: string; garmentHint: string; sizes: string; sizesHint: string }
}

/** The same form, and what only a new product is asked. */
export function NewProductForm({ formKey, garments, first, labels, ...rest }: NewProductFormProps) {
  return (
    <ProductForm
      {...rest}
      product={null}
      values={{
        nameIs: '',
        nameEn: '',
        descriptionIs: '',
        descriptionEn: '',
        price: '',
        vatRate: '24',
        category: first.category,
        weight: '',
      }}
      more={(errorOf, typed) => (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <input type="hidden" name="formKey" value={typed.formKey ?? formKey} />
          <Select
            name="garment"
            label={labels.garment}
            hint={labels.garmentHint}
            error={errorOf('garment')}
            defaultValue={typed.garment}
            options={garments}
          />
          <Field
            name="sizes"
            label={labels.sizes}
            hint={labels.sizesHint}
            error={errorOf('sizes')}
            defaultValue={typed.sizes}
            required
            autoComplete="off"
          />
        </div>
      )}
    />
  )
}
