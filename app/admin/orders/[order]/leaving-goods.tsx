import { OneClick } from '@/components/admin/one-click'
import { Notice } from '@/components/ui/notice'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import type { Leaving } from '@/lib/payments/fulfil'
import { keep } from './actions'

type LeavingGoodsProps = { order: number; leaving: Leaving | null; mayKeep: boolean; locale: Locale }

/** Goods that leave once the gateway says that their money is taken: they stay until then, or for good. */
export function LeavingGoods({ order, leaving, mayKeep, locale }: LeavingGoodsProps) {
  if (!leaving) return null
  const t = words(locale, 'leaving')
  const all = words(locale, 'admin')
  const { step, by, at } = leaving
  return (
    <Notice tone="warn" title={t('underWay')}>
      <p>
        {t('underWayText', {
          actor: by ?? all('timeline.actor.unknown'),
          step: words(locale, 'fulfilment')(step),
          day: formatDay(at, locale),
          time: formatTime(at, locale),
        })}
      </p>
      {mayKeep && (
        <div className="mt-3 grid gap-1.5">
          <OneClick
            action={keep}
            name="order"
            value={String(order)}
            label={t('keep')}
            pending={t('keeping')}
            messages={{
              kept: t('kept'),
              over: t('over'),
              gone: all('problem.gone'),
              not_allowed: all('problem.not_allowed'),
              foreign_origin: all('problem.foreign_origin'),
            }}
          />
          <p className="text-sm">{t('keptText')}</p>
        </div>
      )}
    </Notice>
  )
}
