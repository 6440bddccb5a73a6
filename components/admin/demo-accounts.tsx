import type { FormAction } from '@/lib/actions'
import type { DemoAccount } from '@/lib/auth/demo-accounts'
import { words, type Locale } from '@/lib/i18n'

type DemoAccountsProps = { accounts: readonly DemoAccount[]; locale: Locale; action: FormAction<never>; next: string }

/** The published accounts of the demo, one press each. */
export function DemoAccounts({ accounts, locale, action, next }: DemoAccountsProps) {
  const t = words(locale, 'admin')
  return (
    <section aria-labelledby="demo" className="grid gap-3 border-t border-line pt-8">
      <h2 id="demo" className="text-xl font-semibold">
        {t('signIn.demoTitle')}
      </h2>
      <p className="text-sm text-muted">{t('signIn.demo')}</p>
      <ul className="overflow-hidden rounded-card border border-line bg-surface">
        {accounts.map(({ email, password, role }) => (
          <li key={email} className="not-first:border-t not-first:border-line">
            <form action={action}>
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <button className="grid min-h-14 w-full cursor-pointer px-4 py-2.5 text-left -outline-offset-3 hover:bg-sunken">
                <span className="font-semibold">{t('signIn.demoUse', { role: t(`role.${role}`).toLocaleLowerCase(locale) })}</span>
                <span className="text-sm text-muted">
                  {email} · {password}
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
