'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Suggestion } from '@/lib/catalogue/suggest'
import { useSuggestions } from './use-suggestions'

export type SearchSuggestionsProps = {
  input: HTMLInputElement
  /** Answers a `SuggestAnswer` to a `q` added to it. */
  endpoint: string
}

/** The list under a search, as the combobox pattern of WAI-ARIA has it: the focus stays in the line, the arrows choose. */
export function SearchSuggestions({ input, endpoint }: SearchSuggestionsProps) {
  const { found, close } = useSuggestions(input, endpoint)
  const [active, setActive] = useState(-1)
  const router = useRouter()
  const listId = `${input.id}-list`
  const optionId = (at: number) => `${listId}-${at}`
  const count = found?.suggestions.length ?? 0
  const isOpen = count > 0
  const chosen = found?.suggestions[active]

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
  }, [input, count, chosen, close, router])

  const choose = ({ href }: Suggestion) => {
    close()
    router.push(href)
  }
  return (
    <>
      <span role="status" className="sr-only">
        {found?.texts.count}
      </span>
      {found && isOpen && (
        <ul
          id={listId}
          role="listbox"
          aria-label={found.texts.list}
          className="absolute inset-x-0 top-full z-40 mt-2 overflow-hidden rounded-card border border-line bg-surface py-2 shadow-lift"
        >
          {found.suggestions.map((suggestion, at) => (
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
              {suggestion.kind === 'category' && <span className="text-sm opacity-80">{found.texts.category}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
