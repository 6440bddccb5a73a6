import { cn } from '@/components/ui/cn'
import { drawingSrc } from '@/lib/drawing/spec'
import { pictureLook } from './picture-look'

type PictureProps = {
  /** The encoded drawing of the product. */
  drawing: string
  /** Empty where the product's name stands beside it. */
  alt: string
  /** On the first screen: fetched at once, and before other pictures. */
  eager?: boolean
  className?: string
}

/** A product's picture. */
export function Picture({ drawing, alt, eager, className }: PictureProps) {
  return <img src={drawingSrc(drawing)} alt={alt} {...pictureLook(eager)} className={cn('picture', className)} />
}
