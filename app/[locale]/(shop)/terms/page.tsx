import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { everyLocale, localeOf } from '@/app/[locale]/params'
import { TextPage, TextSection } from '@/components/shop/text-page'
import { words } from '@/lib/i18n'

type Props = { params: Promise<{ locale: string }> }

const sections = ['general', 'price', 'order', 'payment', 'delivery', 'withdrawal', 'faults', 'privacy', 'disputes'] as const

export const generateStaticParams = everyLocale

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = words(locale, 'shop')
  return pageMetadata(locale, { path: '/terms', title: t('terms.title'), description: t('terms.lead') })
}

export default async function Terms({ params }: Props) {
  const t = words(await localeOf(params), 'shop')
  return (
    <TextPage title={t('terms.title')} lead={t('terms.lead')} motif="fence">
      {sections.map((section, index) => (
        <TextSection
          key={section}
          title={`${index + 1}. ${t(`terms.sections.${section}.title`)}`}
          text={t(`terms.sections.${section}.text`)}
        />
      ))}
    </TextPage>
  )
}
