import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { DemoAccounts } from '@/components/admin/demo-accounts'
import { SignInForm } from '@/components/admin/sign-in-form'
import { Notice } from '@/components/ui/notice'
import { demoAccounts } from '@/lib/auth/demo-accounts'
import { safeNextPath } from '@/lib/auth/next-path'
import { currentStaff } from '@/lib/auth/staff'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { enter } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('signIn.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { next, error, 'signed-out': signedOut } = await searchParams
  const [locale, staff] = await Promise.all([cookieLocale(), currentStaff()])
  if (staff) redirect(safeNextPath(next))
  // A link from elsewhere comes without the cookie, which is SameSite=Strict: asked again from here it comes with it.
  const fromElsewhere = (await headers()).get('sec-fetch-site') === 'cross-site'
  const t = words(locale, 'admin')
  const messages = {
    email_missing: t('problem.email_missing'),
    password_missing: t('problem.password_missing'),
    foreign_origin: t('problem.foreign_origin'),
    wrong: t('signIn.wrong'),
    too_many: t('signIn.tooMany'),
  }
  return (
    <div className="mx-auto grid max-w-md gap-8 pt-6 sm:pt-14">
      {fromElsewhere && <meta httpEquiv="refresh" content={`0;url=${safeNextPath(next)}`} />}
      <div className="grid gap-2">
        <h1 className="text-4xl font-bold">{t('signIn.title')}</h1>
        <p className="text-muted">{t('signIn.lead')}</p>
      </div>
      {signedOut !== undefined && (
        <Notice tone="good" role="status">
          {t('signIn.signedOut')}
        </Notice>
      )}
      <SignInForm
        action={enter}
        next={safeNextPath(next)}
        labels={{ email: t('signIn.email'), password: t('signIn.password'), submit: t('signIn.submit'), submitting: t('signIn.submitting') }}
        messages={messages}
        problem={error === undefined ? undefined : 'wrong'}
      />
      {env().everyModeIsSandbox && <DemoAccounts accounts={demoAccounts} locale={locale} action={enter} next={safeNextPath(next)} />}
    </div>
  )
}
