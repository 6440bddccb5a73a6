import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A sheet on the paper: what belongs together. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('rounded-card border border-line bg-surface p-5 sm:p-7', className)} {...rest} />
}
