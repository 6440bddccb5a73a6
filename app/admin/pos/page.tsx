import type { Metadata } from 'next'
import Link from 'next/link'
import { RegisterForm } from '@/components/admin/pos/register-form'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { newId } from '@/lib/ids'
import { find, register, sell } from './actions'
import { currentRegister } from './register'
import { TillScreen } from './till-screen'
import { tillProblems, tillWords } from './till-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('pos.title') }
}

/** A sale at the counter. */
export default async function Page() {
  await requireRole(needed.sell, '/admin/pos')
  const [locale, place] = await Promise.all([cookieLocale(), currentRegister()])
  const t = words(locale, 'admin')
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h1 className="text-2xl font-bold">{t('pos.title')}</h1>
        <div className="-mx-3 flex flex-wrap items-center">
          <RegisterForm
            action={register}
            register={place}
            words={{
              place: t('pos.place', { register: place.registerId, location: place.locationId }),
              change: t('pos.change'),
              location: t('pos.location'),
              register: t('pos.register'),
              keep: t('pos.keep'),
              keeping: t('pos.keeping'),
              problems: tillProblems(locale),
            }}
          />
          <Link href="/admin/pos/sales" prefetch={false} className="flex min-h-11 items-center rounded-full px-3 text-sm font-semibold underline underline-offset-4 hover:bg-sunken">
            {t('pos.sales')}
          </Link>
        </div>
      </div>
      <TillScreen sell={sell} find={find} saleKey={newId()} locale={locale} words={tillWords(locale)} />
    </div>
  )
}
