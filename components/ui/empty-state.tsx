import type { ReactNode } from 'react'
import { cn } from './cn'

type EmptyStateProps = { title: string; picture?: ReactNode; headingLevel?: 'h1' | 'h2'; className?: string; children?: ReactNode }

/** Nothing here, and what to do about it. */
export function EmptyState({ title, picture, headingLevel: Heading = 'h2', className, children }: EmptyStateProps) {
  return (
    <div className={cn('mx-auto grid max-w-text justify-items-center gap-4 px-4 py-16 text-center [&_p]:text-balance', className)}>
      {picture}
      <Heading className="text-3xl font-bold sm:text-4xl">{title}</Heading>
      {children}
    </div>
  )
}
