import type { ReactNode } from 'react'

/** One matter of the panel. */
export function PanelSection({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid content-start gap-5 rounded-card border border-line bg-surface p-5 sm:p-7">
      <div className="grid gap-1">
        <h2 className="text-2xl font-semibold">{title}</h2>
        {text && <p className="max-w-text text-muted">{text}</p>}
      </div>
      {children}
    </section>
  )
}
