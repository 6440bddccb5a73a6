import { clsx, type ClassValue } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

// Our own words for radius, width and shadow must contradict Tailwind's, or the later one would not win.
const merge = extendTailwindMerge({
  extend: { theme: { radius: ['card', 'field'], container: ['page', 'text'], shadow: ['lift'] } },
})

/** Class names, the later of two that contradict each other winning. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes))
