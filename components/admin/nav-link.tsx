'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A part of the admin; marked while one is in it. `/admin` itself is the orders. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname()
  const here = href === '/admin' ? path === '/admin' || path.startsWith('/admin/orders') : path.startsWith(href)
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className="flex min-h-11 items-center gap-2 rounded-full px-3.5 font-medium max-sm:px-2.5 no-underline hover:bg-sunken aria-[current=page]:bg-ink aria-[current=page]:text-paper"
    >
      {children}
    </Link>
  )
}
