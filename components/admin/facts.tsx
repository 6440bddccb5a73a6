import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export type Fact = { readonly term: string; readonly value: ReactNode; /** For references and ids: they are read letter by letter. */ readonly code?: boolean }

/** A reference too long to stand beside its name: it would be broken, and be read wrong. */
const isLong = (value: ReactNode, code?: boolean) => code === true && typeof value === 'string' && value.length > 22

/** What is known, a line each. Lines without a value are left out. */
export function Facts({ facts, className }: { facts: readonly (Fact | false | null | undefined)[]; className?: string }) {
  const shown = facts.filter((fact): fact is Fact => Boolean(fact) && fact !== false && fact?.value !== null && fact?.value !== undefined && fact.value !== '')
  return (
    <dl className={cn('grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm', className)}>
      {shown.map(({ term, value, code }) => (
        <div key={term} className={isLong(value, code) ? 'col-span-full' : 'contents'}>
          <dt className="text-muted">{term}</dt>
          <dd className={cn('text-right', code && 'font-mono text-xs leading-5 break-all select-all', isLong(value, code) && 'text-left')}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
