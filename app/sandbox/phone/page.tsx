import type { Metadata } from 'next'
import { z } from 'zod'
import { History } from '@/components/sandbox/history'
import { NumberPicker } from '@/components/sandbox/number-picker'
import { OutcomeCard } from '@/components/sandbox/outcome-card'
import { PhoneFrame } from '@/components/sandbox/phone-frame'
import { Refresh } from '@/components/sandbox/refresh'
import { RequestCard } from '@/components/sandbox/request-card'
import { Shell } from '@/components/sandbox/shell'
import { words, type Locale } from '@/lib/i18n'
import { runDue } from '@/lib/sandbox/netgiro/background'
import { recognise } from '@/lib/sandbox/netgiro/customers'
import { findCart, listCarts, recentNumbers } from '@/lib/sandbox/netgiro/people'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'
import { answerRequest } from './actions'
import { phoneAddress } from './address'
import { amountText, clockTime, merchantName, outcomeView, requestView, requestWords, spaced } from './view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('phone.title') }
}

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const asked = z.object({
  number: z.preprocess(one, z.string().optional()).transform((given) => {
    const known = recognise(given ?? '')
    return known?.kind === 'gsm' ? known.number : undefined
  }),
  embed: z.preprocess(one, z.literal('1').optional().catch(undefined)),
  done: z.preprocess(one, z.guid().optional().catch(undefined)),
  did: z.preprocess(one, z.enum(['accept', 'reject', 'late']).optional().catch(undefined)),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A phone one can hold: the pushes of every number, or of one. */
export default async function PhonePage({ searchParams }: Props) {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  const { number, embed, done, did } = asked.parse(await searchParams)
  await runDue()
  const [carts, numbers, answered] = await Promise.all([
    listCarts({ customer: number, kind: 'gsm', limit: 30 }),
    recentNumbers(),
    done ? findCart(done) : null,
  ])
  const waiting = carts.filter((cart) => cart.state === 'pending' && cart.push === 'shown')
  const earlier = carts.filter((cart) => !waiting.includes(cart)).slice(0, 12)
  const at = (change: { number?: string }) => phoneAddress({ number, embed, ...change })
  const outcome = answered && did ? outcomeView(answered, did, locale, at({})) : null

  const phone = (
    <PhoneFrame label={t('phone.screen')} time={clockTime(new Date()).slice(0, 5)} embedded={embed === '1'}>
      <div className="grid gap-5 px-4 pt-6 pb-5 text-(--on-night)">
        <h1 className="text-center text-2xl font-bold">{t('phone.requests')}</h1>
        <NumberPicker
          label={t('phone.numbers')}
          choices={[
            { label: t('phone.allNumbers'), href: at({ number: undefined }), chosen: !number },
            ...numbers.map((known) => ({ label: spaced(known), href: at({ number: known }), chosen: known === number })),
          ]}
        />
      </div>
      <div className="grid flex-1 content-start gap-5 px-4 pb-8">
        {outcome && <OutcomeCard outcome={outcome} />}
        {waiting.map((cart) => (
          <RequestCard
            key={cart.id}
            request={requestView(cart, locale)}
            words={requestWords(locale)}
            kept={{ number: number ?? '', embed: embed ?? '' }}
            action={answerRequest}
          />
        ))}
        {!waiting.length && !outcome && (
          <div className="grid justify-items-center gap-2 rounded-[1.75rem] bg-(--card) px-6 py-12 text-center">
            <h2 className="text-xl font-bold">{t('phone.empty')}</h2>
            <p className="text-(--card-soft)">{t('phone.emptyText')}</p>
          </div>
        )}
        <History
          title={t('phone.history')}
          rows={earlier.map((cart) => ({
            id: cart.id,
            merchant: merchantName(cart.appKey, locale),
            amount: amountText(cart, locale),
            time: clockTime(cart.closedAt ?? cart.paidAt ?? cart.reservedAt ?? cart.createdAt).slice(0, 5),
            state: cart.state === 'pending' ? t(cart.push === 'no_app' ? 'phone.noApp' : 'phone.hidden') : t(`phone.state.${cart.state}`),
            good: cart.state === 'paid' || cart.state === 'reserved',
          }))}
        />
      </div>
      <Refresh everyMs={2000} />
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
    </PhoneFrame>
  )
  if (embed) return <main>{phone}</main>
  return (
    <Shell words={shellWords(locale)} here="phone" aside={<Aside locale={locale} />} bleed>
      {phone}
    </Shell>
  )
}

/** What a visitor on a wide screen wants to know about the thing beside it. */
function Aside({ locale }: { locale: Locale }) {
  const t = words(locale, 'sandbox')
  return (
    <div className="grid gap-5">
      <p className="text-4xl leading-none font-bold tracking-tight text-ink">{t('phone.title')}</p>
      <p>{t('phone.intro')}</p>
      <p className="text-base">
        <a
          href="/sandbox#numbers"
          className="inline-flex min-h-11 items-center text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {t('home.numbersTitle')}
        </a>
      </p>
    </div>
  )
}
