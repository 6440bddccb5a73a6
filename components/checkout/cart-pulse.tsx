'use client'

import { useEffect } from 'react'
import { cartChanged } from '@/components/shop/cart-changed'

/** Tells the header that the cart holds another number of things than it did. */
export function CartPulse({ count }: { count: number }) {
  useEffect(() => {
    window.dispatchEvent(new Event(cartChanged))
  }, [count])
  return null
}
