import { cn } from '@/components/ui/cn'
import { groundCoatImage } from '@/lib/drawing/ground-coat'
import { drawingSrc } from '@/lib/drawing/spec'
import { pictureLook } from './picture-look'

type PictureProps = {
  /** The encoded drawing of the product. */
  drawing: string
  /** Empty where the product's name stands beside it. */
  alt: string
  /** On the first screen: fetched at once, and before other pictures. */
  eager?: boolean
  /** What the page is about: its ground coat comes with the page and is seen until the drawing is. */
  grounded?: boolean
  className?: string
}

/** A product's picture. */
export function Picture({ drawing, alt, eager, grounded, className }: PictureProps) {
  const ground = grounded ? groundCoatImage(drawing) : undefined
  return <img src={drawingSrc(drawing)} alt={alt} {...pictureLook(eager, ground)} className={cn('picture', className)} />
}
