import { Connect } from '@/components/sandbox/connect'
import { Shell } from '@/components/sandbox/shell'
import { buttonClass } from '@/components/ui/button'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { magicNumbers } from '@/lib/sandbox/netgiro/customers'
import { publishedKeys } from '@/lib/sandbox/netgiro/providers'
import { spaced } from './phone/view'
import { enterSandbox } from './place'
import { shellWords } from './shell-words'

const rooms = ['sms', 'mail', 'deliveries', 'faults', 'signature', 'api'] as const

/** What this is, and the ways into it. */
export default async function SandboxPage() {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  const { appUrl, netgiro } = env()
  const base = `${appUrl}/sandbox/netgiro`
  return (
    <Shell words={shellWords(locale)} here="home" title={t('home.title')} lead={t('home.lead')}>
      <div className="grid gap-14">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <a
            href="/sandbox/phone"
            className="phone phone-sky grid min-h-72 content-between gap-8 rounded-card p-7 text-(--on-night) no-underline sm:col-span-2 lg:col-span-1 lg:row-span-3"
          >
            <span className="grid gap-2">
              <span className="text-3xl font-bold">{t('home.phoneTitle')}</span>
              <span className="text-lg text-(--on-night-soft)">{t('home.phoneText')}</span>
            </span>
            <span
              className={buttonClass({
                variant: 'secondary',
                size: 'large',
                className: 'border-transparent bg-(--on-night) text-[#0a2530]',
              })}
            >
              {t('home.phoneLink')}
            </span>
          </a>
          {rooms.map((room) => (
            <a
              key={room}
              href={`/sandbox/${room}`}
              className="grid content-start gap-1 rounded-card border border-line bg-surface p-6 no-underline hover:border-ink"
            >
              <span className="text-xl font-semibold">{t(`home.${room}Title`)}</span>
              <span className="text-muted">{t(`home.${room}Text`)}</span>
            </a>
          ))}
        </div>

        <Connect
          title={t('home.connectTitle')}
          text={t('home.connectText')}
          rows={[
            [t('home.baseUrl'), `${base}/v1`],
            [t('home.partnerUrl'), `${base}/partner`],
            [t('home.controlUrl'), `${base}/control`],
            [t('home.appKey'), netgiro.appKey],
            // A key that is not Netgíró's published one is nobody else's to read.
            [t('home.secret'), publishedKeys() ? netgiro.secretKey : t('home.secretOwn')],
          ]}
        />

        <section id="numbers" className="grid max-w-text gap-4">
          <h2 className="text-2xl font-semibold">{t('home.numbersTitle')}</h2>
          <p className="text-muted">{t('home.numbersText')}</p>
          <table className="w-full text-left">
            <thead>
              <tr className="border-b border-line-strong">
                <th scope="col" className="py-2 pr-4 font-semibold">
                  {t('home.number')}
                </th>
                <th scope="col" className="py-2 font-semibold">
                  {t('home.does')}
                </th>
              </tr>
            </thead>
            <tbody>
              {magicNumbers.map(({ number }) => (
                <tr key={number} className="border-b border-line">
                  <td className="py-2.5 pr-4 align-top font-semibold whitespace-nowrap tabular-nums">{spaced(number)}</td>
                  <td className="py-2.5">{t(`magic.${number}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Shell>
  )
}
