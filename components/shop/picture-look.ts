import type { ComponentProps } from 'react'

/**
 * Four wide and five high, whose place is kept while it loads; what a page begins with is fetched at once, and until it is
 * there its ground is seen, a CSS image.
 */
export const pictureLook = (eager = false, ground?: string): ComponentProps<'img'> => ({
  width: 400,
  height: 500,
  decoding: 'async',
  ...(eager ? { fetchPriority: 'high' } : { loading: 'lazy' }),
  ...(ground && { style: { backgroundImage: ground } }),
})
