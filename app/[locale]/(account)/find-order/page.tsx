import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { MailSent } from '@/components/account/mail-sent'
import { words } from '@/lib/i18n'
import { accountMessages, mailboxOf } from '../words'
import { findOrder } from './actions'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('find.title'), robots: { index: false } }
}

export default async function FindOrder({ params }: Props) {
  const locale = await localeOf(params)
  const t = words(locale, 'account')
  return (
    <AccountPage title={t('find.title')} lead={t('find.lead')} motif="sheep">
      <AccountForm
        action={findOrder}
        hidden={{ locale }}
        fields={[
          { name: 'number', label: t('find.number'), hint: t('find.numberHint'), inputMode: 'numeric', autoComplete: 'off', maxLength: 20 },
          {
            name: 'email',
            label: t('email'),
            hint: t('find.emailHint'),
            type: 'email',
            inputMode: 'email',
            autoComplete: 'email',
            maxLength: 200,
          },
        ]}
        messages={accountMessages(locale)}
        submit={t('find.submit')}
        submitting={t('find.submitting')}
        taken={<MailSent title={t('find.sentTitle')} text={t('find.sentText')} mailbox={mailboxOf(locale)} />}
      />
    </AccountPage>
  )
}
