import { useCallback, useEffect, useState } from 'react'
import type { SuggestAnswer } from '@/lib/catalogue/suggest'

const pauseMs = 120
const shortest = 2

async function fetchSuggestions(endpoint: string, typed: string, signal: AbortSignal): Promise<SuggestAnswer | null> {
  const answer = await fetch(`${endpoint}&${new URLSearchParams({ q: typed })}`, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) return null
  const found = (await answer.json()) as SuggestAnswer
  // One that was kept from an earlier release may lack its words.
  return found.texts ? found : null
}

/** What is suggested for the words in a line; null while nothing is, also after it was left. */
export function useSuggestions(input: HTMLInputElement, endpoint: string): { found: SuggestAnswer | null; close: () => void } {
  const [found, setFound] = useState<SuggestAnswer | null>(null)
  const close = useCallback(() => setFound(null), [])
  useEffect(() => {
    let abort = new AbortController()
    let pause: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(pause)
      abort.abort()
      abort = new AbortController()
    }
    const onInput = () => {
      stop()
      const typed = input.value.trim()
      if (typed.length < shortest) return setFound(null)
      const { signal } = abort
      pause = setTimeout(() => {
        // An answer that does not come, or comes too late, suggests nothing.
        fetchSuggestions(endpoint, typed, signal).then(
          (answer) => signal.aborted || setFound(answer),
          () => undefined,
        )
      }, pauseMs)
    }
    const onBlur = () => {
      stop()
      setFound(null)
    }
    input.addEventListener('input', onInput)
    input.addEventListener('blur', onBlur)
    // What was typed while this was still on its way.
    if (document.activeElement === input && input.value !== input.defaultValue) onInput()
    return () => {
      stop()
      input.removeEventListener('input', onInput)
      input.removeEventListener('blur', onBlur)
    }
  }, [input, endpoint])
  return { found, close }
}
