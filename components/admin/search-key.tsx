'use client'

import { useEffect } from 'react'

/** Ctrl K, or ⌘ K, goes to the search from anywhere on the page. */
export function SearchKey({ inputId }: { inputId: string }) {
  useEffect(() => {
    function go(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      const input = document.getElementById(inputId)
      if (!(input instanceof HTMLInputElement)) return
      event.preventDefault()
      input.select()
    }
    addEventListener('keydown', go)
    return () => removeEventListener('keydown', go)
  }, [inputId])
  return null
}
