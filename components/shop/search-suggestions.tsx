'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Suggestion } from '@/lib/catalogue/suggest'
import { useSuggestions } from './use-suggestions'

export type SearchSuggestionsProps = {
  input: HTMLInputElement
  /** Answers `{suggestions}` to a `q` added to it. */
  endpoint: string
  texts: {
    list: string
    category: string
    /** What is said of how many there are: none, one, two … */
    counts: readonly string[]
  }
}

/** The list under a search, as the combobox pattern of WAI-ARIA has it: the focus stays in the line, the arrows choose. */
export function SearchSuggestions({ input, endpoint, texts }: SearchSuggestionsProps) {
  const { found, close } = useSuggestions(input, endpoint)
  const [active, setActive] = useState(-1)
  const router = useRouter()
  const listId = `${input.id}-list`
  const optionId = (at: number) => `${listId}-${at}`
  const isOpen = found !== null && found.length > 0
  const chosen = isOpen ? found[active] : undefined

  const [last, setLast] = useState(found)
  if (last !== found) {
    setLast(found)
    setActive(-1)
  }

  useEffect(() => {
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) input.setAttribute('aria-controls', listId)
    else input.removeAttribute('aria-controls')
    if (chosen) input.setAttribute('aria-activedescendant', `${listId}-${active}`)
    else input.removeAttribute('aria-activedescendant')
  }, [input, isOpen, chosen, active, listId])

  useEffect(() => {
    const count = found?.length ?? 0
    const onKey = (event: KeyboardEvent) => {
      if (!count || event.isComposing) return
      // One place more than there are options: the line itself, where nothing is chosen.
      const move = (by: number) => setActive((at) => ((at + 1 + by + count + 1) % (count + 1)) - 1)
      if (event.key === 'ArrowDown') move(1)
      else if (event.key === 'ArrowUp') move(-1)
      else if (event.key === 'Escape') close()
      else if (event.key === 'Enter' && chosen) {
        close()
        router.push(chosen.href)
      } else return
      event.preventDefault()
    }
    input.addEventListener('keydown', onKey)
    return () => input.removeEventListener('keydown', onKey)
  }, [input, found, chosen, close, router])

  const choose = ({ href }: Suggestion) => {
    close()
    router.push(href)
  }
  return (
    <>
      <span role="status" className="sr-only">
        {found ? texts.counts[found.length] : ''}
      </span>
      {isOpen && (
        <ul
          id={listId}
          role="listbox"
          aria-label={texts.list}
          className="absolute inset-x-0 top-full z-40 mt-2 overflow-hidden rounded-card border border-line bg-surface py-2 shadow-lift"
        >
          {found.map((suggestion, at) => (
            <li
              key={suggestion.href}
              id={optionId(at)}
              role="option"
              aria-selected={at === active}
              // The focus stays in the line, so that leaving it can close the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
              className="flex min-h-11 cursor-pointer items-center justify-between gap-4 px-5 hover:bg-sunken aria-selected:bg-ink aria-selected:text-paper"
            >
              {suggestion.label}
              {suggestion.kind === 'category' && <span className="text-sm opacity-80">{texts.category}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
