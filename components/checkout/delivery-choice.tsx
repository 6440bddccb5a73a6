import { RadioCard } from '@/components/ui/radio-card'
import type { DeliveryKind } from '@/lib/orders/delivery'

export type DeliveryChoiceOption = { readonly kind: DeliveryKind; readonly title: string; readonly text: string; readonly price: string }

/** How the goods come; the first is chosen until the shopper chooses. */
export function DeliveryChoice({ options, chosen }: { options: readonly DeliveryChoiceOption[]; chosen: string | undefined }) {
  const checked = options.find(({ kind }) => kind === chosen) ?? options[0]
  return (
    <div className="grid gap-3">
      {options.map(({ kind, title, text, price }) => (
        <RadioCard
          key={kind}
          name="delivery"
          value={kind}
          title={title}
          description={text}
          aside={price}
          defaultChecked={kind === checked?.kind}
        />
      ))}
    </div>
  )
}
