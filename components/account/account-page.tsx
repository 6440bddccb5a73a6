import type { ReactNode } from 'react'
import { KnitBand } from '@/components/shop/knit-band'
import type { MotifName } from '@/lib/drawing/motifs/library'

/** A page with one small form: what it is for on the left of wide screens, the form on the right. */
export function AccountPage({ title, lead, motif, children }: { title: string; lead: ReactNode; motif: MotifName; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-page gap-x-20 gap-y-8 px-4 pt-8 sm:px-6 lg:grid-cols-[minmax(0,1fr)_28rem] lg:pt-20">
      <header className="grid content-start gap-4">
        <h1 className="text-4xl font-bold sm:text-5xl">{title}</h1>
        <p className="max-w-md text-lg text-muted sm:text-xl">{lead}</p>
        <KnitBand fading motif={motif} className="mt-3 hidden h-11 max-w-md text-accent lg:block" />
      </header>
      <div className="grid max-w-lg content-start gap-6">{children}</div>
    </div>
  )
}
