'use client'

import { notFound, useServerInsertedHTML } from 'next/navigation'
import { useRef, type ReactNode } from 'react'

/**
 * Ends a page as `notFound()` does. The framework then answers with an empty document and leaves the words to its
 * scripts: what is in here is written into that document for whoever runs none.
 */
export function Missing({ children }: { children: ReactNode }): never {
  // It is asked for what to insert again and again while a document is written.
  const written = useRef(false)
  useServerInsertedHTML(() => {
    if (written.current) return null
    written.current = true
    return <noscript>{children}</noscript>
  })
  notFound()
}
