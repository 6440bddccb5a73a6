import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { everyLocale, localeOf } from '@/app/[locale]/params'
import { Steps, TextPage, TextSection } from '@/components/shop/text-page'
import { words } from '@/lib/i18n'

type Props = { params: Promise<{ locale: string }> }

const steps = ['tell', 'send', 'money'] as const

export const generateStaticParams = everyLocale

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = words(locale, 'shop')
  return pageMetadata(locale, { path: '/returns', title: t('returns.title'), description: t('returns.lead') })
}

export default async function Returns({ params }: Props) {
  const t = words(await localeOf(params), 'shop')
  return (
    <TextPage title={t('returns.title')} lead={t('returns.lead')} motif="rope">
      <Steps
        headingLevel="h2"
        steps={steps.map((step) => ({ title: t(`returns.steps.${step}.title`), text: t(`returns.steps.${step}.text`) }))}
      />
      <TextSection title={t('returns.exchangeTitle')} text={t('returns.exchangeText')} />
      <TextSection title={t('returns.faultTitle')} text={t('returns.faultText')} />
    </TextPage>
  )
}
