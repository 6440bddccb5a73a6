'use client'

import { useActionState, useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { controlClass, described, FieldFrame } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { TillItem, TillSearch } from '@/lib/catalogue/till-search'
import type { Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { amountTyped } from './amounts'
import { ItemChoice } from './item-choice'
import { Keypad } from './keypad'
import { PayerField } from './payer-field'
import { SaleLines } from './sale-lines'
import { useSale } from './use-sale'
import { fill, type PayerKind, type TillWords } from './words'

export type TillProps = {
  sell: FormAction<never>
  find: FormAction<TillSearch>
  /** What a line of text names a customer by; null when nobody. */
  kindOf: (typed: string) => PayerKind | null
  /** One sale's own: a double click sells once. */
  saleKey: string
  locale: Locale
  words: TillWords
}

type Found = { readonly typed: string; readonly like: readonly TillItem[] } | null

const never = () => () => undefined
const base64url = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** A sale at the counter: what, how much, by whom. Keyboard, scanner and finger lead through the same three steps. */
export function Till({ sell, find, kindOf, saleKey, locale, words }: TillProps) {
  const [state, send, sending] = useActionState(sell, {})
  const sale = useSale()
  const [entry, setEntry] = useState('')
  const [payer, setPayer] = useState('')
  const [found, setFound] = useState<Found>(null)
  const [looking, setLooking] = useState(false)
  const [active, setActive] = useState<'entry' | 'payer'>('entry')
  const awake = useSyncExternalStore(never, () => true, () => false)
  const form = useRef<HTMLFormElement>(null)
  const entryField = useRef<HTMLInputElement>(null)
  const payerField = useRef<HTMLInputElement>(null)
  const keyField = useRef<HTMLInputElement>(null)

  useEffect(() => {
    // A page the browser kept must not sell under the key of the sale before.
    if (keyField.current) keyField.current.value = base64url(crypto.getRandomValues(new Uint8Array(16)))
    if (window.matchMedia('(pointer: fine)').matches) entryField.current?.focus()
    // A scanner types wherever the focus is; typed at nothing, it is meant for the first field.
    const catchTyping = (event: globalThis.KeyboardEvent) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && document.activeElement === document.body) entryField.current?.focus()
    }
    document.addEventListener('keydown', catchTyping)
    return () => document.removeEventListener('keydown', catchTyping)
  }, [])

  useEffect(() => {
    if (state.errors?.payer || state.problem) payerField.current?.focus()
  }, [state])

  async function enter(typed: string) {
    const text = typed.trim()
    setFound(null)
    if (!text) {
      if (sale.total > 0) payerField.current?.focus()
      return
    }
    const amount = amountTyped(text)
    if (amount !== null) sale.addAmount(amount)
    else if (kindOf(text) === 'app_code') {
      // Scanned into the wrong field: it can't be anything else.
      setPayer(text)
      payerField.current?.focus()
    } else await look(text)
    setEntry('')
  }

  async function look(typed: string) {
    setLooking(true)
    const fields = new FormData()
    fields.set('typed', typed)
    const answer = await find({}, fields).catch(() => null)
    setLooking(false)
    if (answer?.result?.exact) sale.add(answer.result.exact)
    else setFound({ typed, like: answer?.result?.like ?? [] })
  }

  function pick(item: TillItem) {
    sale.add(item)
    setFound(null)
    entryField.current?.focus()
  }

  function press(key: string) {
    const [value, set] = active === 'payer' ? [payer, setPayer] : [entry, setEntry]
    if (key === 'Backspace') set(value.slice(0, -1))
    else if (key !== 'Enter') set(value + key)
    else if (active === 'payer') form.current?.requestSubmit()
    else void enter(entry)
  }

  function onEntryKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') setEntry('')
    if (event.key !== 'Enter') return
    event.preventDefault()
    void enter(event.currentTarget.value)
  }

  const rest = amountTyped(entry) ?? 0
  const total = sale.total + rest
  const problem = state.problem ?? state.errors?.items ?? state.errors?.saleKey ?? state.errors?.amount
  return (
    <form ref={form} action={send} onSubmit={() => setTimeout(() => setPayer(''))} autoComplete="off" className="grid items-start gap-x-5 gap-y-4 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_1fr]">
      <input ref={keyField} type="hidden" name="saleKey" defaultValue={saleKey} />
      {awake && (
        <>
          <input type="hidden" name="items" value={JSON.stringify(sale.lines.map(({ item, quantity }) => ({ variantId: item.variantId, quantity })))} />
          <input type="hidden" name="amount" value={sale.amount + rest} />
        </>
      )}
      <p aria-live="polite" className="sticky top-2 z-10 flex items-baseline justify-between gap-4 rounded-card bg-basalt px-6 py-4 text-on-basalt lg:static lg:col-start-2 lg:row-start-1 lg:py-5 dark:border dark:border-line">
        <span className="text-sm font-semibold opacity-80">{words.total}</span>
        <span className="text-4xl font-bold whitespace-nowrap tabular-nums">{formatMoney(isk(total), locale)}</span>
      </p>
      <div className="grid gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <FieldFrame id="entry" label={words.entry} hint={words.entryHint}>
          <input
            ref={entryField}
            id="entry"
            name={awake ? undefined : 'amount'}
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="enter"
            maxLength={100}
            value={entry}
            onChange={(event) => setEntry(event.target.value)}
            onKeyDown={onEntryKey}
            onFocus={() => setActive('entry')}
            className={`${controlClass} min-h-16 text-2xl font-semibold tabular-nums`}
            {...described({ id: 'entry', hint: words.entryHint })}
          />
        </FieldFrame>
        <div role="status" className="empty:hidden">
          {looking && <p className="text-muted">{words.looking}</p>}
          {found && found.like.length === 0 && <Notice tone="warn">{fill(words.nothingFound, found.typed)}</Notice>}
        </div>
        {found && found.like.length > 0 && <ItemChoice items={found.like} locale={locale} words={words} onPick={pick} />}
        <SaleLines lines={sale.lines} amount={sale.amount} locale={locale} words={words} onQuantity={sale.setQuantity} onRemoveAmount={sale.removeAmount} />
      </div>
      <div className="grid gap-4 lg:col-start-2 lg:row-start-2">
        <Keypad onKey={press} words={words} />
        <PayerField
          inputRef={payerField}
          value={payer}
          onChange={setPayer}
          onFocus={() => setActive('payer')}
          kind={kindOf(payer)}
          words={words.payer}
          error={state.errors?.payer && words.problems[state.errors.payer]}
        />
        <div role="alert" className="empty:hidden">
          {problem && !sending && <Notice tone="bad">{words.problems[problem] ?? problem}</Notice>}
        </div>
        <SubmitButton size="large" wide pendingLabel={words.charging}>
          {words.charge} {total > 0 && formatMoney(isk(total), locale)}
        </SubmitButton>
      </div>
    </form>
  )
}
