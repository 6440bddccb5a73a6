import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { Mark } from '@/components/shop/mark'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { Staff } from '@/lib/auth/staff'
import { words, type Locale } from '@/lib/i18n'
import { NavLink } from './nav-link'
import { NavMenu } from './nav-menu'

type AdminHeaderProps = {
  locale: Locale
  /** Null on the sign-in page. */
  staff: Staff | null
  /** Which parts of the admin this person has. */
  may: { read: boolean; sell: boolean; audit: boolean; reports: boolean }
  /** How many attention items are open. */
  attention: number
  chooseLanguage: FormAction<void>
  signOut: FormAction<unknown>
}

export function AdminHeader({ locale, staff, may, attention, chooseLanguage, signOut }: AdminHeaderProps) {
  const t = words(locale, 'admin')
  const shop = words(locale, 'common')('shopName')
  const more = [
    { href: '/admin/products', text: words(locale, 'products')('nav') },
    { href: '/admin/callbacks', text: t('nav.callbacks') },
    ...(may.reports ? [{ href: '/admin/reports', text: t('nav.reports') }] : []),
    ...(may.audit ? [{ href: '/admin/audit', text: t('nav.audit') }] : []),
    { href: '/admin/settings', text: t('nav.settings') },
  ]
  const other = locale === 'is' ? 'en' : 'is'
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 sm:px-6 md:gap-x-6">
        <Link href="/admin" className="-ml-1 flex min-h-11 items-center gap-2.5 rounded-full px-1 text-xl font-bold tracking-tight no-underline" prefetch={false}>
          <Mark className="size-6 text-accent" />
          <span>
            {shop} <span className="font-medium text-muted max-sm:sr-only">{t('nav.label').toLocaleLowerCase(locale)}</span>
          </span>
        </Link>
        {staff && (
          <nav aria-label={t('nav.label')} className="order-last -mx-2 w-full lg:order-none lg:w-auto">
            <ul className="flex flex-wrap gap-x-1">
              {may.read && (
                <>
                  <li>
                    <NavLink href="/admin">{t('nav.orders')}</NavLink>
                  </li>
                  <li className="max-sm:hidden">
                    <NavLink href="/admin/payments">{t('nav.payments')}</NavLink>
                  </li>
                  <li>
                    <NavLink href="/admin/attention">
                      {t('nav.attention')}
                      {attention > 0 && (
                        <span className="rounded-full bg-bad px-2 text-sm leading-6 font-bold text-paper tabular-nums">
                          <span aria-hidden>{attention}</span>
                          <span className="sr-only">{t('nav.attentionCount', { count: attention })}</span>
                        </span>
                      )}
                    </NavLink>
                  </li>
                </>
              )}
              {may.sell && (
                <li>
                  <NavLink href="/admin/pos">{t('nav.till')}</NavLink>
                </li>
              )}
              {may.read && (
                <li>
                  <NavMenu label={t('nav.more')} paths={more.map(({ href }) => href)}>
                    {/* On a phone the row is full without it. */}
                    <li className="sm:hidden">
                      <NavLink href="/admin/payments">{t('nav.payments')}</NavLink>
                    </li>
                    {more.map(({ href, text }) => (
                      <li key={href}>
                        <NavLink href={href}>{text}</NavLink>
                      </li>
                    ))}
                  </NavMenu>
                </li>
              )}
            </ul>
          </nav>
        )}
        <div className="-mr-3 ml-auto flex items-center gap-1">
          <form action={chooseLanguage}>
            <input type="hidden" name="locale" value={other} />
            <button lang={other} title={t('nav.switchLanguage')} className="flex min-h-11 cursor-pointer items-center rounded-full px-3 text-sm font-semibold hover:bg-sunken">
              {t('nav.otherLanguage')}
            </button>
          </form>
          {staff && (
            <details className="group relative">
              <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-full px-3 text-sm font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
                <span className="sr-only">{t('nav.account')}: </span>
                <span className="max-w-28 truncate sm:max-w-none">{staff.name.split(' ')[0]}</span>
                <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
              </summary>
              <div className="absolute right-0 z-20 mt-1 grid w-64 gap-3 rounded-card border border-line bg-surface p-4 shadow-lift">
                <p>
                  <span className="block font-semibold">{staff.name}</span>
                  <span className="block text-sm text-muted">{staff.email}</span>
                  <span className="block text-sm text-muted">{t(`role.${staff.role}`)}</span>
                </p>
                <a href={`/${locale}`} className="text-sm font-semibold underline underline-offset-4">
                  {t('nav.shop')}
                </a>
                <form action={signOut}>
                  <SubmitButton variant="secondary" size="small" wide pendingLabel={t('nav.signingOut')}>
                    {t('nav.signOut')}
                  </SubmitButton>
                </form>
              </div>
            </details>
          )}
        </div>
      </div>
    </header>
  )
}
