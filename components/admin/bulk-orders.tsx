'use client'

import Link from 'next/link'
import { useActionState, type ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { BulkDeed, BulkResult } from '@/lib/payments/bulk'
import { ChooseAll } from './choose-all'

export type BulkAnswer = { deed: BulkDeed; results: BulkResult[]; at: number }

export type BulkOrdersProps = {
  action: FormAction<BulkAnswer>
  deeds: readonly { deed: BulkDeed; label: string; pending: string }[]
  words: { chosen: string; all: string; order: string; results: Record<BulkDeed, string> }
  /** Key of an outcome, `check_done`, of a problem or an error → what to say. */
  messages: Readonly<Record<string, string>>
  /** False when there is no order to choose. */
  some: boolean
  children: ReactNode
}

const good: readonly string[] = ['done', 'confirmed', 'taken']

/** A list of orders with boxes to choose by, what is done to the chosen, and what came of it for each. */
export function BulkOrders({ action, deeds, words, messages, some, children }: BulkOrdersProps) {
  const [{ result, problem, errors }, send] = useActionState(action, {})
  const said = problem ?? errors?.deed
  return (
    <form action={send} className="group/bulk grid gap-3">
      <div role="status" className="grid gap-3 empty:hidden">
        {said && <Notice tone="bad">{messages[said]}</Notice>}
        {result && <Results key={result.at} {...result} words={words} messages={messages} />}
      </div>
      {children}
      {some && (
        <div className="flex flex-wrap items-center gap-2 rounded-card border border-line bg-surface px-4 py-2 group-has-[[data-choose]:checked]/bulk:sticky group-has-[[data-choose]:checked]/bulk:bottom-3 group-has-[[data-choose]:checked]/bulk:z-20 group-has-[[data-choose]:checked]/bulk:border-ink group-has-[[data-choose]:checked]/bulk:shadow-lg">
          <ChooseAll label={words.all} />
          <span className="text-sm text-muted max-lg:sr-only lg:ml-auto">{words.chosen}</span>
          {deeds.map(({ deed, label, pending }) => (
            <SubmitButton key={deed} name="deed" value={deed} variant="secondary" size="small" pendingLabel={pending}>
              {label}
            </SubmitButton>
          ))}
        </div>
      )}
    </form>
  )
}

function Results({ deed, results, words, messages }: BulkAnswer & Pick<BulkOrdersProps, 'words' | 'messages'>) {
  const went = results.filter(({ outcome }) => good.includes(outcome)).length
  const summary = words.results[deed].replace('{went}', String(went)).replace('{all}', String(results.length))
  // What did not go well comes first: it is what somebody must look at.
  const sorted = results.toSorted((a, b) => Number(good.includes(a.outcome)) - Number(good.includes(b.outcome)))
  return (
    <Notice tone={went === results.length ? 'good' : 'warn'} title={summary}>
      <ul className="mt-1 grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
        {sorted.map(({ number, outcome }) => (
          <li key={number}>
            <Link href={`/admin/orders/${number}`} prefetch={false} className="font-semibold tabular-nums">
              {words.order} {number}
            </Link>
            : {messages[`${deed}_${outcome}`]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
