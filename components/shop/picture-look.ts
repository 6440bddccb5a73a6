import type { ComponentProps } from 'react'

/** Four wide and five high, whose place is kept while it loads; what a page begins with is fetched at once. */
export const pictureLook = (eager = false): ComponentProps<'img'> => ({
  width: 400,
  height: 500,
  decoding: 'async',
  ...(eager ? { fetchPriority: 'high' } : { loading: 'lazy' }),
})
