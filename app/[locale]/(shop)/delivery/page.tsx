import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { everyLocale, localeOf } from '@/app/[locale]/params'
import { TextPage, TextSection } from '@/components/shop/text-page'
import { Amount } from '@/components/ui/amount'
import { Card } from '@/components/ui/card'
import { words } from '@/lib/i18n'
import { deliveryOptions } from '@/lib/orders/delivery'

type Props = { params: Promise<{ locale: string }> }

const questions = ['when', 'abroad', 'damaged'] as const

export const generateStaticParams = everyLocale

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = words(locale, 'shop')
  return pageMetadata(locale, { path: '/delivery', title: t('delivery.title'), description: t('delivery.lead') })
}

export default async function Delivery({ params }: Props) {
  const locale = await localeOf(params)
  const t = words(locale, 'shop')
  return (
    <TextPage title={t('delivery.title')} lead={t('delivery.lead')} motif="horses">
      <div className="grid gap-4">
        {deliveryOptions.map(({ kind, price }) => (
          <Card key={kind} className="grid gap-1">
            <h2 className="flex flex-wrap items-baseline justify-between gap-x-6 text-2xl font-semibold">
              {t(`delivery.options.${kind}.title`)}
              <span className="text-xl text-accent">{price ? <Amount value={price} locale={locale} /> : t('delivery.free')}</span>
            </h2>
            <p className="text-lg text-muted">{t(`delivery.options.${kind}.text`)}</p>
          </Card>
        ))}
        <p className="text-muted">{t('delivery.priceNote')}</p>
      </div>
      {questions.map((question) => (
        <TextSection key={question} title={t(`delivery.${question}Title`)} text={t(`delivery.${question}Text`)} />
      ))}
    </TextPage>
  )
}
