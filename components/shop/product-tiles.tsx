'use client'

import type { ReactNode } from 'react'
import { HoverLink } from '@/components/ui/hover-link'
import { pictureLook } from './picture-look'

export type Tile = {
  readonly slug: string
  readonly name: string
  /** The picture's address. */
  readonly src: string
  /** As it is read: 12.900 kr. */
  readonly price: string
  /** What it is, where different things lie side by side. */
  readonly shelf?: string
  readonly note?: ReactNode
}

type ProductTilesProps = {
  tiles: readonly Tile[]
  /** What stands before a slug in the address. */
  base: string
  /** The first picture is fetched with the page; until it is there this is seen of it, a CSS image. */
  ground: string | undefined
  heading: 'h2' | 'h3'
  className: string
}

/** Put together in the browser as well: sent as it is drawn, two dozen tiles would weigh half the page. */
export function ProductTiles({ tiles, base, ground, heading: Heading, className }: ProductTilesProps) {
  return (
    <ul className={className}>
      {tiles.map(({ slug, name, src, price, shelf, note }, index) => (
        <li key={slug}>
          <div>
            <img {...(index ? pictureLook() : pictureLook(ground !== undefined, ground))} src={src} alt="" className="picture" />
          </div>
          <div>
            <Heading>
              <HoverLink href={base + slug}>{name}</HoverLink>
            </Heading>
            <p>
              {shelf && <span className="basis-full">{shelf}</span>}
              <span className="amount">{price}</span>
              {note}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
