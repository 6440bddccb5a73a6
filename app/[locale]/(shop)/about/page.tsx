import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { everyLocale, localeOf } from '@/app/[locale]/params'
import { TextPage, TextSection } from '@/components/shop/text-page'
import { Notice } from '@/components/ui/notice'
import { words } from '@/lib/i18n'

type Props = { params: Promise<{ locale: string }> }

const facts = ['name', 'id', 'vat', 'register', 'address', 'email', 'phone', 'open'] as const

export const generateStaticParams = everyLocale

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = words(locale, 'shop')
  return pageMetadata(locale, { path: '/about', title: t('about.title'), description: t('about.lead') })
}

export default async function About({ params }: Props) {
  const t = words(await localeOf(params), 'shop')
  return (
    <TextPage title={t('about.title')} lead={t('about.lead')} motif="sheep">
      <Notice tone="warn" title={t('about.demoTitle')}>
        {t('about.demoText')}
      </Notice>
      <TextSection title={t('about.facts')}>
        <dl className="grid text-lg">
          {facts.map((fact) => (
            <div key={fact} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
              <dt className="text-muted">{t(`about.${fact}`)}</dt>
              <dd className="break-words">{t(`about.${fact}Value`)}</dd>
            </div>
          ))}
        </dl>
      </TextSection>
      <TextSection title={t('about.picturesTitle')} text={t('about.picturesText')} />
    </TextPage>
  )
}
