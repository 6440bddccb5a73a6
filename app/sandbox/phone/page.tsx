import type { Metadata } from 'next'
import { z } from 'zod'
import { History } from '@/components/sandbox/history'
import { NumberPicker } from '@/components/sandbox/number-picker'
import { PhoneFrame } from '@/components/sandbox/phone-frame'
import { PhoneTraits } from '@/components/sandbox/phone-traits'
import { Refresh } from '@/components/sandbox/refresh'
import { Shell } from '@/components/sandbox/shell'
import { ViewTabs } from '@/components/sandbox/view-tabs'
import { words } from '@/lib/i18n'
import { recognise } from '@/lib/sandbox/netgiro/customers'
import { readPhone, testCustomer } from '@/lib/sandbox/netgiro/phone'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'
import { setTrait } from './actions'
import { phoneAddress } from './address'
import { Aside } from './aside'
import { CodeScreen, RequestScreen } from './screens'
import { clockTime, historyRows, spaced, traitRows } from './view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('phone.title') }
}

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const asked = z.object({
  number: z.preprocess(one, z.string().optional()).transform((given) => {
    const known = recognise(given ?? '')
    return known?.kind === 'gsm' ? known.number : undefined
  }),
  view: z.preprocess(one, z.literal('code').optional().catch(undefined)),
  embed: z.preprocess(one, z.literal('1').optional().catch(undefined)),
  done: z.preprocess(one, z.guid().optional().catch(undefined)),
  did: z.preprocess(one, z.enum(['accept', 'reject', 'late']).optional().catch(undefined)),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A phone one can hold: the pushes of every number or of one, and the code that one shows at a till. */
export default async function PhonePage({ searchParams }: Props) {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  const { number: chosen, view, embed, done, did } = asked.parse(await searchParams)
  const number = chosen ?? (view === 'code' ? testCustomer : undefined)
  const state = await readPhone({ number, showCode: view === 'code', answered: done })
  const at = (change: { number?: string; view?: string }) => phoneAddress({ number: chosen, view, embed, ...change })
  const kept = { number: number ?? '', embed: embed ?? '' }
  const everybody = { label: t('phone.allNumbers'), href: at({ number: undefined }), chosen: !number }

  const phone = (
    <PhoneFrame label={t('phone.screen')} time={clockTime(new Date()).slice(0, 5)} embedded={embed === '1'}>
      <div className="grid gap-5 px-4 pt-6 pb-5 text-(--on-night)">
        <h1 className="text-center text-2xl font-bold">{t(view === 'code' ? 'phone.code.title' : 'phone.requests')}</h1>
        <ViewTabs
          label={t('phone.views')}
          tabs={[
            { label: t('phone.requestsView'), href: at({ view: undefined }), chosen: !view },
            { label: t('phone.codeView'), href: at({ view: 'code' }), chosen: view === 'code' },
          ]}
        />
        <NumberPicker
          label={t('phone.numbers')}
          choices={[
            ...(view ? [] : [everybody]),
            ...state.numbers.map((known) => ({ label: spaced(known), href: at({ number: known }), chosen: known === number })),
          ]}
        />
      </div>
      <div className="grid flex-1 content-start gap-5 px-4 pb-8">
        {view === 'code' && number ? (
          <CodeScreen phone={state} number={number} locale={locale} />
        ) : (
          <RequestScreen phone={state} did={did} kept={kept} onward={at({})} locale={locale} />
        )}
        {state.traits && (
          <PhoneTraits
            title={t('phone.traits.title')}
            rows={traitRows(state.traits, locale)}
            kept={{ ...kept, view: view ?? '' }}
            action={setTrait}
          />
        )}
        <History title={t('phone.history')} rows={historyRows(state.earlier, locale)} />
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
