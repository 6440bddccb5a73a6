import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** One line that opens to what lies behind it. */
export function Foldable({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="group/fold">
      <summary className="-mx-2 -my-1 flex min-h-8 cursor-pointer list-none items-start gap-2 rounded-lg px-2 py-1 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">{title}</span>
        <ChevronRight aria-hidden className="mt-1 size-4 flex-none text-muted transition-transform group-open/fold:rotate-90" />
      </summary>
      <div className="mt-3 grid gap-3">{children}</div>
    </details>
  )
}
