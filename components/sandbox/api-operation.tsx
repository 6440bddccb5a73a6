import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'

export type MemberRow = { readonly name: string; readonly type: string; readonly required: boolean; readonly about: string }
export type OperationView = {
  readonly id: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly about: string
  readonly auth: string
  readonly members: readonly MemberRow[]
  readonly answer: readonly MemberRow[]
  readonly codes: readonly { readonly code: number; readonly about: string }[]
  readonly request: string
  readonly example: string
}
type Words = Readonly<Record<'members' | 'required' | 'answer' | 'codes' | 'example', string>>

/** One operation: what goes in, what comes out, what the codes mean, and a call to look at. */
export function ApiOperation({ operation, words, children }: { operation: OperationView; words: Words; children: ReactNode }) {
  const { id, method, path, about, auth, members, answer, codes, request } = operation
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-6 gap-6 rounded-card border border-line bg-surface p-5 sm:p-8"
    >
      <header className="grid gap-2">
        <h2 id={`${id}-title`} className="text-2xl font-semibold">
          {id}
        </h2>
        <p className="flex flex-wrap items-center gap-2 font-mono text-sm break-all">
          <Badge tone={method === 'GET' ? 'info' : 'good'}>{method}</Badge> {path}
        </p>
        <p className="max-w-text">{about}</p>
        <p className="text-sm text-muted">{auth}</p>
      </header>
      <Members title={words.members} rows={members} required={words.required} />
      <div>
        <Fold title={words.answer}>
          <Members rows={answer} />
        </Fold>
        <Fold title={words.codes}>
          <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
            {codes.map(({ code, about: meaning }) => (
              <div key={code} className="contents">
                <dt className="font-semibold tabular-nums">{code}</dt>
                <dd className="text-muted max-sm:mb-2">{meaning}</dd>
              </div>
            ))}
          </dl>
        </Fold>
        <Fold title={words.example}>
          <pre tabIndex={0} className="overflow-x-auto rounded-field bg-sunken p-4 text-xs leading-5 break-all whitespace-pre-wrap">
            {request}
          </pre>
        </Fold>
        {children}
      </div>
    </section>
  )
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-t border-line py-1">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{title}</summary>
      {children}
    </details>
  )
}

function Members({ title, rows, required }: { title?: string; rows: readonly MemberRow[]; required?: string }) {
  return (
    <div className="grid gap-2">
      {title && <h3 className="text-base font-semibold tracking-normal">{title}</h3>}
      <dl className="divide-y divide-line">
        {rows.map((row) => (
          <div key={row.name} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(0,16rem)_1fr]">
            <dt className="flex flex-wrap items-baseline gap-x-3 break-all">
              <code className="text-sm font-semibold">{row.name}</code>
              {required && row.required && <span className="text-sm text-accent">{required}</span>}
            </dt>
            <dd>
              {row.about} <span className="text-sm text-muted">{row.type}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
