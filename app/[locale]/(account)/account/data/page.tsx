import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { AccountForm } from '@/components/account/account-form'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { HoverLink } from '@/components/ui/hover-link'
import { requireShopper } from '@/lib/accounts/shopper'
import { words } from '@/lib/i18n'
import { accountMessages } from '../../words'
import { deleteMyAccount } from './actions'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('data.title'), robots: { index: false } }
}

export default async function MyData({ params }: Props) {
  const locale = await localeOf(params)
  await requireShopper(locale, 'data')
  const t = words(locale, 'account')
  return (
    <div className="mx-auto grid max-w-page gap-8 px-4 pt-8 sm:px-6 lg:gap-12 lg:pt-14">
      <header className="grid gap-3">
        <p>
          <HoverLink href={`/${locale}/account`} className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t('data.back')}
          </HoverLink>
        </p>
        <h1 className="text-4xl font-bold sm:text-5xl">{t('data.title')}</h1>
        <p className="text-xl text-muted">{t('data.lead')}</p>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card className="grid justify-items-start gap-4">
          <h2 className="text-2xl font-semibold">{t('data.exportTitle')}</h2>
          <p>{t('data.exportText')}</p>
          <a href={`/${locale}/account/data/export`} download className={buttonClass({ variant: 'secondary' })}>
            {t('data.exportButton')}
          </a>
        </Card>
        <Card className="grid gap-4">
          <h2 className="text-2xl font-semibold">{t('data.deleteTitle')}</h2>
          <p className="font-semibold">{t('data.deleteText')}</p>
          <ul className="grid list-outside list-disc gap-2 pl-5 text-muted">
            <li>{t('data.deleteAccount')}</li>
            <li>{t('data.deleteOrders')}</li>
            <li>{t('data.deleteOpen')}</li>
          </ul>
          <AccountForm
            action={deleteMyAccount}
            hidden={{ locale }}
            fields={[{ name: 'password', label: t('data.password'), type: 'password', autoComplete: 'current-password', maxLength: 200 }]}
            messages={accountMessages(locale)}
            submit={t('data.deleteButton')}
            submitting={t('data.deleting')}
            danger
          />
        </Card>
      </div>
    </div>
  )
}
