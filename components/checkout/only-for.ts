import type { DeliveryKind } from '@/lib/orders/delivery'

// What depends on the chosen delivery is all in the page, and the checked radio shows its part: no script, no request.

/** Shown inside `group/checkout` while that delivery is chosen. */
export const onlyFor: Record<DeliveryKind, string> = {
  collect: 'hidden group-has-[[value=collect]:checked]/checkout:inline',
  post: 'hidden group-has-[[value=post]:checked]/checkout:inline',
  home: 'hidden group-has-[[value=home]:checked]/checkout:inline',
}

/** Hidden while the shopper collects. */
export const onlyWithAddress = 'group-has-[[value=collect]:checked]/checkout:hidden'
