'use client'

import { useActionState } from 'react'
import { controlClass, described, Field, FieldFrame } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-state'
import type { Explained, Mistake, Pasted } from '@/lib/sandbox/netgiro/explain'
import { SignatureSteps } from './signature-steps'

export type SignatureWords = Readonly<
  Record<
    | 'secret'
    | 'secretNote'
    | 'nonce'
    | 'url'
    | 'body'
    | 'bodyHint'
    | 'received'
    | 'receivedHint'
    | 'optional'
    | 'show'
    | 'showing'
    | 'joined'
    | 'bytes'
    | 'hash'
    | 'fits'
    | 'differs'
    | 'unknown'
    | 'missing',
    string
  >
> & { readonly mistake: Readonly<Record<Mistake, string>> }

export type Steps = Explained & { readonly pasted: Pasted }

type Props = {
  readonly action: (before: FormState<Steps>, form: FormData) => Promise<FormState<Steps>>
  readonly words: SignatureWords
  readonly example: Readonly<Record<'secret' | 'nonce' | 'url' | 'body' | 'received', string>>
}

/** The four texts that make a signature, and what comes of them. */
export function SignatureForm({ action, words, example }: Props) {
  const [state, send] = useActionState(action, {})
  const value = (name: keyof typeof example) => state.values?.[name] ?? state.result?.pasted[name] ?? example[name]
  const error = (name: string) => (state.errors?.[name] ? words.missing : undefined)
  const plain = { autoComplete: 'off', spellCheck: false }
  return (
    <div className="grid gap-8 lg:grid-cols-2 lg:gap-14">
      <form action={send} className="grid content-start gap-5">
        <Field
          name="secret"
          label={words.secret}
          hint={words.secretNote}
          error={error('secret')}
          defaultValue={value('secret')}
          {...plain}
        />
        <Field name="nonce" label={words.nonce} error={error('nonce')} defaultValue={value('nonce')} {...plain} />
        <Field name="url" label={words.url} error={error('url')} defaultValue={value('url')} {...plain} />
        <FieldFrame id="body" label={words.body} hint={words.bodyHint}>
          <textarea
            id="body"
            name="body"
            rows={6}
            spellCheck={false}
            defaultValue={value('body')}
            className={`${controlClass} font-mono text-sm break-all`}
            {...described({ id: 'body', hint: words.bodyHint })}
          />
        </FieldFrame>
        <Field
          name="received"
          label={words.received}
          note={words.optional}
          hint={words.receivedHint}
          defaultValue={value('received')}
          {...plain}
        />
        <SubmitButton pendingLabel={words.showing} className="justify-self-start">
          {words.show}
        </SubmitButton>
      </form>
      <div aria-live="polite">{state.result && <SignatureSteps steps={state.result} words={words} />}</div>
    </div>
  )
}
