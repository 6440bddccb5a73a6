import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { LinkGone } from '@/components/account/link-gone'
import { openLetter } from '@/lib/accounts/letters'
import { words } from '@/lib/i18n'
import { accountMessages } from '../../../words'
import { finish } from './actions'

type Props = { params: Promise<{ locale: string; secret: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('check.title'), robots: { index: false } }
}

/** Where the mailed link leads. To open it does nothing: programs that read mail open links too. */
export default async function Check({ params }: Props) {
  const locale = await localeOf(params)
  const { secret } = await params
  const t = words(locale, 'account')
  const letter = await openLetter('sign_up', secret)
  if (!letter)
    return (
      <LinkGone
        title={t('check.goneTitle')}
        text={t('check.goneText')}
        ways={[
          { href: `/${locale}/sign-in`, text: t('signIn.title') },
          { href: `/${locale}/sign-up`, text: t('check.again') },
        ]}
      />
    )
  return (
    <AccountPage title={t('check.title')} lead={t('check.lead', { email: letter.email })} motif="rose">
      <AccountForm
        action={finish}
        hidden={{ locale, secret }}
        fields={[
          {
            name: 'password',
            label: t('password'),
            hint: t('check.hint'),
            type: 'password',
            autoComplete: 'current-password',
            maxLength: 200,
          },
        ]}
        messages={accountMessages(locale)}
        submit={t('check.submit')}
        submitting={t('check.submitting')}
      />
    </AccountPage>
  )
}
