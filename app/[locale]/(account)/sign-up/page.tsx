import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { localeOf } from '@/app/[locale]/params'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { MailSent } from '@/components/account/mail-sent'
import { HoverLink } from '@/components/ui/hover-link'
import { currentShopper } from '@/lib/accounts/shopper'
import { words } from '@/lib/i18n'
import { accountMessages, mailboxOf } from '../words'
import { makeAccount } from './actions'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('signUp.title'), robots: { index: false } }
}

export default async function SignUp({ params }: Props) {
  const locale = await localeOf(params)
  if (await currentShopper()) redirect(`/${locale}/account`)
  const t = words(locale, 'account')
  return (
    <AccountPage title={t('signUp.title')} lead={t('signUp.lead')} motif="star">
      <AccountForm
        action={makeAccount}
        hidden={{ locale }}
        fields={[
          { name: 'name', label: t('signUp.name'), autoComplete: 'name', maxLength: 100 },
          { name: 'email', label: t('email'), type: 'email', inputMode: 'email', autoComplete: 'username', maxLength: 200 },
          {
            name: 'password',
            label: t('password'),
            hint: t('signUp.passwordHint'),
            type: 'password',
            autoComplete: 'new-password',
            maxLength: 200,
          },
        ]}
        messages={accountMessages(locale)}
        submit={t('signUp.submit')}
        submitting={t('signUp.submitting')}
        taken={<MailSent title={t('signUp.sentTitle')} text={t('signUp.sentText')} mailbox={mailboxOf(locale)} />}
      >
        <p className="text-muted">
          {t('signUp.have')}{' '}
          <HoverLink href={`/${locale}/sign-in`} className="underline underline-offset-4">
            {t('signUp.haveLink')}
          </HoverLink>
        </p>
      </AccountForm>
    </AccountPage>
  )
}
