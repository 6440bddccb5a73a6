import type { ReactNode } from 'react'
import { CodeCard } from '@/components/sandbox/code-card'
import { OutcomeCard } from '@/components/sandbox/outcome-card'
import { RequestCard } from '@/components/sandbox/request-card'
import { words, type Locale } from '@/lib/i18n'
import type { Phone } from '@/lib/sandbox/netgiro/phone'
import { answerRequest } from './actions'
import { codeView, codeWords, justScanned, outcomeView, requestView, requestWords, spaced, type Did } from './view'

type Requests = {
  readonly phone: Phone
  readonly did?: Did
  readonly kept: Readonly<Record<string, string>>
  readonly onward: string
  readonly locale: Locale
}

/** What is asked of the customer, and what came of the last answer. */
export function RequestScreen({ phone, did, kept, onward, locale }: Requests) {
  const t = words(locale, 'sandbox')
  const outcome = phone.answered && did ? outcomeView(phone.answered, did, locale, onward) : null
  return (
    <>
      {outcome && <OutcomeCard outcome={outcome} />}
      {phone.waiting.map((cart) => (
        <RequestCard key={cart.id} request={requestView(cart, locale)} words={requestWords(locale)} kept={kept} action={answerRequest} />
      ))}
      {!phone.waiting.length && !outcome && <Nothing title={t('phone.empty')}>{t('phone.emptyText')}</Nothing>}
    </>
  )
}

/** The code a cashier scans, and what came of it. */
export function CodeScreen({ phone, number, locale }: { phone: Phone; number: string; locale: Locale }) {
  const t = words(locale, 'sandbox')
  const scanned = phone.earlier.find(justScanned)
  if (!phone.code) return <Nothing title={t('phone.noApp')}>{t('phone.code.missing')}</Nothing>
  const view = codeView(phone.code)
  return (
    <>
      {scanned && <OutcomeCard outcome={outcomeView(scanned, 'accept', locale)} />}
      <CodeCard view={view} words={codeWords(locale, view.code)} holder={spaced(number)} />
    </>
  )
}

function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 rounded-[1.75rem] bg-(--card) px-6 py-12 text-center">
      <h2 className="text-xl font-bold">{title}</h2>
      <p className="text-(--card-soft)">{children}</p>
    </div>
  )
}
