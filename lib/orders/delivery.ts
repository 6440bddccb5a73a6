// How goods reach the shopper. Prices in whole krónur, VAT included. Pure: the checkout page reads it too.

export const deliveryKinds = ['collect', 'post', 'home'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]

export type DeliveryOption = { readonly kind: DeliveryKind; readonly price: number; readonly vatRate: 24; readonly needsAddress: boolean }

export const deliveryOptions: readonly DeliveryOption[] = [
  { kind: 'collect', price: 0, vatRate: 24, needsAddress: false },
  { kind: 'post', price: 990, vatRate: 24, needsAddress: true },
  { kind: 'home', price: 1690, vatRate: 24, needsAddress: true },
]

export function deliveryOption(kind: DeliveryKind): DeliveryOption {
  const option = deliveryOptions.find((o) => o.kind === kind)
  if (!option) throw new Error(`no delivery ${kind}`)
  return option
}

export const deliveryPrice = (kind: DeliveryKind): number => deliveryOption(kind).price
