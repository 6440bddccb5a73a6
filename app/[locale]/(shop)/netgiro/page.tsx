import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { everyLocale, localeOf } from '@/app/[locale]/params'
import { Steps, TextPage, TextSection } from '@/components/shop/text-page'
import { Card } from '@/components/ui/card'
import { words } from '@/lib/i18n'

type Props = { params: Promise<{ locale: string }> }

const steps = ['number', 'approve', 'choose'] as const
const ways = ['monthly', 'split'] as const
const questions = ['account', 'shop', 'close', 'decline'] as const

export const generateStaticParams = everyLocale

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = words(locale, 'shop')
  return pageMetadata(locale, { path: '/netgiro', title: t('netgiro.title'), description: t('netgiro.lead') })
}

export default async function Netgiro({ params }: Props) {
  const t = words(await localeOf(params), 'shop')
  return (
    <TextPage title={t('netgiro.title')} lead={t('netgiro.lead')} motif="chevron">
      <TextSection title={t('netgiro.stepsTitle')}>
        <Steps steps={steps.map((step) => ({ title: t(`netgiro.steps.${step}.title`), text: t(`netgiro.steps.${step}.text`) }))} />
      </TextSection>
      <TextSection title={t('netgiro.laterTitle')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {ways.map((way) => (
            <Card key={way} className="grid content-start gap-2">
              <h3 className="text-xl font-semibold">{t(`netgiro.${way}Title`)}</h3>
              <p className="text-muted">{t(`netgiro.${way}Text`)}</p>
            </Card>
          ))}
        </div>
        <p className="text-muted">{t('netgiro.termsNote')}</p>
      </TextSection>
      <TextSection title={t('netgiro.questionsTitle')}>
        {questions.map((question) => (
          <details key={question} className="group border-b border-line py-1">
            <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-4 text-lg font-semibold">
              {t(`netgiro.questions.${question}.title`)}
              <span aria-hidden className="text-2xl text-accent transition-transform group-open:rotate-45">
                +
              </span>
            </summary>
            <p className="pb-4 text-lg text-muted">{t(`netgiro.questions.${question}.text`)}</p>
          </details>
        ))}
      </TextSection>
    </TextPage>
  )
}
