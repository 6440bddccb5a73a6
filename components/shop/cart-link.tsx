'use client'

import { HoverLink } from '@/components/ui/hover-link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { cartChanged } from './cart-changed'

type CartLinkProps = { href: string; label: string; countLabel: string }

/** The way to the cart; the number in it is fetched apart, so that no page depends on whose cart it is. */
export function CartLink({ href, label, countLabel }: CartLinkProps) {
  const [count, setCount] = useState(0)
  const path = usePathname()
  useEffect(() => {
    const abort = new AbortController()
    const load = () =>
      fetch('/api/cart', { signal: abort.signal, headers: { accept: 'application/json' } })
        .then((answer) => (answer.ok ? answer.json() : { count: 0 }))
        .then((cart: { count?: unknown }) => setCount(typeof cart.count === 'number' ? cart.count : 0))
        // A cart that can't be counted is still a link to the cart.
        .catch(() => undefined)
    // A page that comes back whole was not loaded, and may be older than the cart.
    const back = (event: PageTransitionEvent) => void (event.persisted && load())
    // After the page's first frames, which asking would keep waiting.
    const soon = setTimeout(load, 100)
    window.addEventListener(cartChanged, load)
    window.addEventListener('pageshow', back)
    return () => {
      clearTimeout(soon)
      abort.abort()
      window.removeEventListener(cartChanged, load)
      window.removeEventListener('pageshow', back)
    }
  }, [path])
  return (
    <HoverLink href={href} className="bar-link">
      <svg
        aria-hidden
        viewBox="0 0 24 24"
        className="size-5 flex-none"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinejoin="round"
        strokeLinecap="round"
      >
        <path d="M4 9h16l-1.6 9.6a2 2 0 0 1-2 1.7H7.6a2 2 0 0 1-2-1.7zM8.5 9C8.5 5.8 10 3.5 12 3.5S15.5 5.8 15.5 9" />
      </svg>
      <span className="max-sm:sr-only">{label}</span>
      {count > 0 && (
        <span className="in-cart">
          {count}
          <span className="sr-only"> {countLabel}</span>
        </span>
      )}
    </HoverLink>
  )
}
