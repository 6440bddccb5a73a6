import { OneClick } from '@/components/admin/one-click'
import { OrderMailItem } from '@/components/admin/order-mail-item'
import { namesOfActors } from '@/lib/auth/queries'
import { atLeast, needed, type Role } from '@/lib/auth/roles'
import { words, type Locale } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { mailsOfOrder } from '@/lib/mail/of-order'
import type { MerchantOrder } from '@/lib/orders/merchant-queries'
import { again } from './actions'

type OrderMailsProps = { order: MerchantOrder; role: Role; locale: Locale }

/** What the shopper was mailed about an order, the latest first, and what became of each. Nothing where there was none. */
export async function OrderMails({ order, role, locale }: OrderMailsProps) {
  const mails = (await mailsOfOrder(order)).toReversed()
  if (!mails.length) return null
  const names = await namesOfActors(mails.map(({ actor }) => actor))
  const t = words(locale, 'orderMails')
  const all = words(locale, 'admin')
  const mayAsk = atLeast(role, needed.sendMailAgain)
  const messages = {
    asked: t('asked'),
    stale: t('problem.stale'),
    too_many: t('problem.too_many'),
    gone: all('problem.gone'),
    not_allowed: all('problem.not_allowed'),
    foreign_origin: all('problem.foreign_origin'),
  }
  return (
    <section aria-labelledby="mails" className="grid gap-4 rounded-card border border-line bg-surface p-5">
      <h2 id="mails" className="text-lg font-semibold">
        {t('title')}
      </h2>
      {mails.some(({ state }) => state === 'kept') && <p className="text-sm text-muted">{t('kept')}</p>}
      <ul className="grid gap-4">
        {mails.map((mail) => (
          <OrderMailItem
            key={String(mail.id)}
            mail={mail}
            to={atLeast(role, needed.readParticulars) ? mail.to : null}
            by={mail.actor && (names.get(mail.actor) ?? all('timeline.actor.unknown'))}
            locale={locale}
          >
            {mayAsk && mail.mayGoAgain && (
              <OneClick
                action={again}
                name="mail"
                value={String(mail.id)}
                label={t('again')}
                pending={t('asking')}
                messages={messages}
                quiet
              >
                <input type="hidden" name="order" value={order.number} />
                <input type="hidden" name="formKey" value={newId()} />
              </OneClick>
            )}
          </OrderMailItem>
        ))}
      </ul>
    </section>
  )
}
