import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { attentionKinds, type AttentionKind } from '@/lib/payments/attention'
import type { AlertDetail } from './details'

const isAttentionKind = (kind: string): kind is AttentionKind => (attentionKinds as readonly string[]).includes(kind)

/** An alert in one line. */
export function alertLine(detail: AlertDetail, locale: Locale): string {
  const t = words(locale, 'keeping')
  switch (detail.kind) {
    case 'attention': {
      const what = isAttentionKind(detail.what) ? words(locale, 'admin')(`attention.kind.${detail.what}`) : detail.what
      return t('alert.attention', { order: String(detail.order), what })
    }
    case 'low_stock':
      return t('alert.low_stock', { name: detail.name, size: detail.size, sku: detail.sku, left: detail.left })
    case 'gateway_failing':
      return t('alert.gateway_failing', { gateway: detail.gateway })
    case 'test':
      return t('alert.test')
  }
}

/** Where in the admin there is more about it. */
export function alertLink(detail: AlertDetail): string {
  const paths = { attention: '/admin/attention', low_stock: '/admin', gateway_failing: '/admin/payments', test: '/admin/settings' }
  return `${env().appUrl}${detail.kind === 'attention' ? `/admin/orders/${detail.order}` : paths[detail.kind]}`
}
