import { X } from 'lucide-react'
import Link from 'next/link'
import { readOrdersQuery } from '@/app/admin/query'
import { ordersQuery, ordersUrl, topOf, type OrdersView } from '@/components/admin/orders-url'
import { SaveView } from '@/components/admin/save-view'
import { words, type Locale } from '@/lib/i18n'
import { longestViewName, type viewsOf } from '@/lib/orders/views'
import { remove, save } from './actions'

type SavedViewsProps = { views: Awaited<ReturnType<typeof viewsOf>>; view: OrdersView; locale: Locale }

const said = ['name_missing', 'name_long', 'name_strange', 'too_many', 'saved'] as const

/** A person's own lists: to open, to take away, and the one that is shown to be kept. */
export function SavedViews({ views, view, locale }: SavedViewsProps) {
  const t = words(locale, 'orderList')
  const all = words(locale, 'admin')
  const shown = ordersQuery(topOf(view))
  const messages = {
    ...Object.fromEntries(said.map((key) => [key, t(`views.${key}`)])),
    foreign_origin: all('problem.foreign_origin'),
    not_allowed: all('problem.not_allowed'),
  }
  if (views.length === 0 && !shown) return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {views.length > 0 && (
        <nav aria-label={t('views.label')}>
          <ul className="flex flex-wrap gap-1.5">
            {views.map(({ id, name, query }) => {
              const kept = topOf(readOrdersQuery(Object.fromEntries(new URLSearchParams(query))))
              return (
                <li
                  key={String(id)}
                  className="flex items-center rounded-field border border-line bg-surface has-[[aria-current]]:border-ink"
                >
                  <Link
                    href={ordersUrl(kept)}
                    prefetch={false}
                    aria-current={ordersQuery(kept) === shown ? 'true' : undefined}
                    className="flex min-h-11 max-w-64 items-center truncate pl-3.5 text-sm no-underline aria-[current]:font-semibold"
                  >
                    {name}
                  </Link>
                  <form action={remove}>
                    <input type="hidden" name="view" value={String(id)} />
                    <button
                      type="submit"
                      className="grid size-11 cursor-pointer place-items-center rounded-field text-muted hover:text-bad"
                    >
                      <X aria-hidden className="size-4" />
                      <span className="sr-only">{t('views.remove', { name })}</span>
                    </button>
                  </form>
                </li>
              )
            })}
          </ul>
        </nav>
      )}
      {shown && (
        <SaveView
          // Another list is another form.
          key={shown}
          action={save}
          view={Object.fromEntries(new URLSearchParams(shown))}
          longest={longestViewName}
          words={{ open: t('views.open'), name: t('views.name'), hint: t('views.hint'), save: t('views.save'), saving: t('views.saving') }}
          messages={messages}
        />
      )}
    </div>
  )
}
