'use client'

import { useState, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import type { SearchSuggestionsProps } from './search-suggestions'

type SearchFieldProps = Omit<ComponentProps<'input'>, 'id' | 'onFocus'> &
  Omit<SearchSuggestionsProps, 'input'> & { id: string; icon: ReactNode }

/** The line one types a search into. What suggests while one types comes when the line is entered, not before. */
export function SearchField({ icon, endpoint, id, ...rest }: SearchFieldProps) {
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const [Suggestions, setSuggestions] = useState<ComponentType<SearchSuggestionsProps> | null>(null)
  const load = () =>
    import('./search-suggestions')
      .then((module) => setSuggestions(() => module.SearchSuggestions))
      // Without suggestions it is still a search.
      .catch(() => undefined)
  return (
    <span className="relative flex-1">
      {icon}
      <input id={id} ref={setInput} onFocus={() => void load()} {...rest} />
      {Suggestions && input && <Suggestions input={input} endpoint={endpoint} />}
    </span>
  )
}
