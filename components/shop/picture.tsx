import { cn } from '@/components/ui/cn'
import { drawingSrc } from '@/lib/drawing/spec'

type PictureProps = {
  /** The encoded drawing of the product. */
  drawing: string
  /** Empty where the product's name stands beside it. */
  alt: string
  /** On the first screen: fetched at once, and before other pictures. */
  eager?: boolean
  className?: string
}

/** A product's picture, four wide and five high; its place is kept while it loads. */
export function Picture({ drawing, alt, eager, className }: PictureProps) {
  return (
    <img
      src={drawingSrc(drawing)}
      alt={alt}
      width={400}
      height={500}
      {...(eager ? { fetchPriority: 'high' } : { loading: 'lazy' })}
      decoding="async"
      className={cn('picture', className)}
    />
  )
}
