'use client'

import { HoverLink } from '@/components/ui/hover-link'

type LinksProps = {
  /** What stands before each path in the address. */
  base: string
  /** Path and words. */
  links: readonly (readonly [string, string])[]
  /** As items of a list. */
  items?: boolean
}

/** Links one after the other, sent as no more than their words: every page has two dozen. */
export function Links({ base, links, items }: LinksProps) {
  return links.map(([path, label]) => {
    const link = (
      <HoverLink key={path} href={base + path}>
        {label}
      </HoverLink>
    )
    return items ? <li key={path}>{link}</li> : link
  })
}
