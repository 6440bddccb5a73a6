'use client'

import { useState, type ChangeEvent, type FormEvent } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { controlClass, Field, FieldFrame } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Spinner } from '@/components/ui/spinner'
import type { ImportAnswer } from '@/app/admin/products/import/file/route'
import type { LineError } from '@/lib/catalogue/merchant/csv/columns'
import type { Tally } from '@/lib/catalogue/merchant/csv/import'

type ImportFormProps = {
  path: string
  /** Bytes. */
  largest: number
  words: Readonly<
    Record<
      | 'file'
      | 'fileHint'
      | 'look'
      | 'looking'
      | 'write'
      | 'writing'
      | 'reason'
      | 'reasonHint'
      | 'errors'
      | 'more'
      | 'line'
      | 'column'
      | 'problem'
      | 'wholeLine'
      | 'planned'
      | 'done'
      | 'nothing',
      string
    >
  >
  tally: Readonly<Record<keyof Tally, string>>
  /** Key of a problem → what to say. */
  messages: Readonly<Record<string, string>>
  longestReason: number
}

type Shown = ImportAnswer | { readonly kind: 'unreachable' | 'signed_out' }

async function send(path: string, query: Readonly<Record<string, string>>, bytes: ArrayBuffer): Promise<Shown> {
  const answer = await fetch(`${path}?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'text/csv' },
    redirect: 'manual',
  }).catch(() => null)
  if (!answer) return { kind: 'unreachable' }
  if (!answer.headers.get('content-type')?.startsWith('application/json'))
    return { kind: answer.status >= 500 ? 'unreachable' : 'signed_out' }
  return (await answer.json()) as ImportAnswer
}

/** A file of products: first looked through, then, when nothing is wrong with it, written. */
export function ImportForm({ path, largest, words, tally, messages, longestReason }: ImportFormProps) {
  // What is written is what was looked through, whatever becomes of the file meanwhile.
  const [file, setFile] = useState<{ name: string; bytes: ArrayBuffer } | null>(null)
  const [busy, setBusy] = useState<'look' | 'write' | null>(null)
  const [answer, setAnswer] = useState<Shown | null>(null)

  async function run(what: 'look' | 'write', bytes: ArrayBuffer, reason = '') {
    setBusy(what)
    setAnswer(await send(path, what === 'look' ? { do: 'look' } : { do: 'write', reason }, bytes))
    setBusy(null)
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0]
    setAnswer(null)
    setFile(null)
    if (!chosen) return
    if (chosen.size > largest) return setAnswer({ kind: 'refused', problem: 'too_large' })
    const bytes = await chosen.arrayBuffer()
    setFile({ name: chosen.name, bytes })
    await run('look', bytes)
  }

  function write(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const reason = new FormData(event.currentTarget).get('reason')
    if (file && !busy) void run('write', file.bytes, typeof reason === 'string' ? reason : '')
  }

  const problem = answer && problemOf(answer)
  const planned = answer?.kind === 'planned' || (answer?.kind === 'refused' && answer.problem === 'reason')
  return (
    <div className="grid gap-5">
      <FieldFrame id="file" label={words.file} hint={words.fileHint}>
        <input
          id="file"
          type="file"
          accept=".csv,text/csv"
          aria-describedby="file-hint"
          disabled={busy !== null}
          onChange={(event) => void choose(event)}
          className={`${controlClass} file:mr-4 file:cursor-pointer file:rounded-full file:border-0 file:bg-sunken file:px-4 file:py-1.5 file:font-semibold file:text-ink`}
        />
      </FieldFrame>
      <div role="status" className="grid gap-4">
        {busy && (
          <p className="flex items-center gap-3 text-muted">
            <Spinner />
            {busy === 'look' ? words.looking : words.writing}
          </p>
        )}
        {!busy && problem && <Notice tone="bad">{messages[problem] ?? problem}</Notice>}
        {!busy && answer?.kind === 'planned' && (
          <Counted title={words.planned} tally={answer.tally} words={tally} nothing={words.nothing} />
        )}
        {!busy && answer?.kind === 'done' && (
          <Counted title={words.done} tally={answer.tally} words={tally} nothing={words.nothing} tone="good" />
        )}
      </div>
      {!busy && answer?.kind === 'wrong' && <Errors errors={answer.errors} more={answer.more} words={words} messages={messages} />}
      {planned && file && (
        <form onSubmit={write} noValidate className="grid gap-4">
          <Field
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={!busy && answer?.kind === 'refused' ? messages.reason_missing : undefined}
            maxLength={longestReason}
            required
            autoComplete="off"
          />
          <button type="submit" aria-disabled={busy !== null || undefined} className={`${buttonLook()} justify-self-start`}>
            {words.write}
          </button>
        </form>
      )}
    </div>
  )
}

function problemOf(answer: Shown): string | null {
  if (answer.kind === 'refused') return answer.problem === 'reason' ? null : answer.problem
  return answer.kind === 'unreachable' || answer.kind === 'signed_out' || answer.kind === 'overtaken' ? answer.kind : null
}

type CountedProps = { title: string; tally: Tally; words: Readonly<Record<keyof Tally, string>>; nothing: string; tone?: 'info' | 'good' }

function Counted({ title, tally, words, nothing, tone = 'info' }: CountedProps) {
  const { same, ...changes } = tally
  const said = (Object.keys(changes) as (keyof typeof changes)[]).filter((key) => changes[key] > 0)
  return (
    <Notice tone={tone} title={title}>
      <ul className="mt-1 list-disc pl-5">
        {said.map((key) => (
          <li key={key}>{words[key].replace('#', String(changes[key]))}</li>
        ))}
        {said.length === 0 && <li>{nothing}</li>}
        {same > 0 && <li>{words.same.replace('#', String(same))}</li>}
      </ul>
    </Notice>
  )
}

type ErrorsProps = {
  errors: readonly LineError[]
  more: number
  words: ImportFormProps['words']
  messages: Readonly<Record<string, string>>
}

function Errors({ errors, more, words, messages }: ErrorsProps) {
  return (
    <section aria-labelledby="errors" className="grid gap-3">
      <h2 id="errors" className="text-lg font-semibold text-bad">
        {words.errors.replace('#', String(errors.length + more))}
      </h2>
      <div tabIndex={0} role="region" aria-labelledby="errors" className="max-h-128 overflow-auto rounded-field border border-line">
        <table className="w-full text-sm">
          <thead className="sticky top-0 bg-sunken text-left">
            <tr>
              <th scope="col" className="px-3 py-2">
                {words.line}
              </th>
              <th scope="col" className="px-3 py-2">
                {words.column}
              </th>
              <th scope="col" className="px-3 py-2">
                {words.problem}
              </th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ line, column, problem }, at) => (
              <tr key={at} className="border-t border-line align-top">
                <th scope="row" className="px-3 py-2 text-left tabular-nums">
                  {line}
                </th>
                <td className="px-3 py-2 font-mono text-xs leading-5">{column || words.wholeLine}</td>
                <td className="px-3 py-2">{messages[problem] ?? problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="text-muted">{words.more.replace('#', String(more))}</p>}
    </section>
  )
}
