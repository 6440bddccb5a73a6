import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { MailSent } from '@/components/account/mail-sent'
import { HoverLink } from '@/components/ui/hover-link'
import { words } from '@/lib/i18n'
import { accountMessages, mailboxOf } from '../../words'
import { askForLink } from './actions'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('reset.title'), robots: { index: false } }
}

export default async function Reset({ params }: Props) {
  const locale = await localeOf(params)
  const t = words(locale, 'account')
  return (
    <AccountPage title={t('reset.title')} lead={t('reset.lead')} motif="feather">
      <AccountForm
        action={askForLink}
        hidden={{ locale }}
        fields={[{ name: 'email', label: t('email'), type: 'email', inputMode: 'email', autoComplete: 'username', maxLength: 200 }]}
        messages={accountMessages(locale)}
        submit={t('reset.submit')}
        submitting={t('reset.submitting')}
        taken={<MailSent title={t('reset.sentTitle')} text={t('reset.sentText')} mailbox={mailboxOf(locale)} />}
      >
        <p>
          <HoverLink href={`/${locale}/sign-in`} className="text-muted underline underline-offset-4">
            {t('reset.back')}
          </HoverLink>
        </p>
      </AccountForm>
    </AccountPage>
  )
}
