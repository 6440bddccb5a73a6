import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { localeOf } from '@/app/[locale]/params'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { HoverLink } from '@/components/ui/hover-link'
import { Notice } from '@/components/ui/notice'
import { afterSignIn, currentShopper, isAfterSignIn } from '@/lib/accounts/shopper'
import { words } from '@/lib/i18n'
import { accountMessages } from '../words'
import { enter } from './actions'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params), 'account')('signIn.title'), robots: { index: false } }
}

const notices = ['signedOut', 'changed', 'deleted'] as const

export default async function SignIn({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { next: asked, now } = await searchParams
  const next = isAfterSignIn(asked) ? asked : 'account'
  const address = `/${locale}${afterSignIn[next]}`
  if (await currentShopper()) redirect(address)
  // A link from a mail comes without the cookie, which is SameSite=Strict: asked again from here it comes with it.
  const fromElsewhere = (await headers()).get('sec-fetch-site') === 'cross-site'
  const t = words(locale, 'account')
  const notice = notices.find((one) => one === now)
  const link = 'underline decoration-line-strong underline-offset-4 hover:decoration-ink'
  return (
    <AccountPage title={t('signIn.title')} lead={t('signIn.lead')} motif="lyng">
      {fromElsewhere && <meta httpEquiv="refresh" content={`0;url=${address}`} />}
      {notice && (
        <Notice tone="good" role="status">
          {t(`signIn.${notice}`)}
        </Notice>
      )}
      <AccountForm
        action={enter}
        hidden={{ locale, next }}
        fields={[
          { name: 'email', label: t('email'), type: 'email', inputMode: 'email', autoComplete: 'username', maxLength: 200 },
          { name: 'password', label: t('password'), type: 'password', autoComplete: 'current-password', maxLength: 200 },
        ]}
        messages={accountMessages(locale)}
        submit={t('signIn.submit')}
        submitting={t('signIn.submitting')}
      >
        <div className="grid gap-2 text-muted">
          <p>
            <HoverLink href={`/${locale}/account/reset`} className={link}>
              {t('signIn.forgot')}
            </HoverLink>
          </p>
          <p>
            {t('signIn.newHere')}{' '}
            <HoverLink href={`/${locale}/sign-up`} className={link}>
              {t('signIn.newHereLink')}
            </HoverLink>
          </p>
          <p>
            {t('signIn.find')}{' '}
            <HoverLink href={`/${locale}/find-order`} className={link}>
              {t('signIn.findLink')}
            </HoverLink>
          </p>
        </div>
      </AccountForm>
    </AccountPage>
  )
}
