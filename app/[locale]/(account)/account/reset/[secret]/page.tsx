import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { LinkGone } from '@/components/account/link-gone'
import { openLetter } from '@/lib/accounts/letters'
import { words } from '@/lib/i18n'
import { accountMessages } from '../../../words'
import { choosePassword } from '../actions'

type Props = { params: Promise<{ locale: string; secret: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('choose.title'), robots: { index: false } }
}

/** Where the mailed link leads. To open it uses nothing up. */
export default async function Choose({ params }: Props) {
  const locale = await localeOf(params)
  const { secret } = await params
  const t = words(locale, 'account')
  const letter = await openLetter('reset', secret)
  if (!letter)
    return (
      <LinkGone
        title={t('check.goneTitle')}
        text={t('choose.goneText')}
        ways={[
          { href: `/${locale}/account/reset`, text: t('choose.again') },
          { href: `/${locale}/sign-in`, text: t('signIn.title') },
        ]}
      />
    )
  return (
    <AccountPage title={t('choose.title')} lead={t('choose.lead', { email: letter.email })} motif="feather">
      <AccountForm
        action={choosePassword}
        hidden={{ locale, secret }}
        fields={[
          {
            name: 'password',
            label: t('choose.label'),
            hint: t('signUp.passwordHint'),
            type: 'password',
            autoComplete: 'new-password',
            maxLength: 200,
          },
        ]}
        messages={accountMessages(locale)}
        submit={t('choose.submit')}
        submitting={t('choose.submitting')}
      />
    </AccountPage>
  )
}
