import { words, type Locale } from '@/lib/i18n'

const deeds = {
  'payment.check': 'payment_check',
  'payment.confirm': 'payment_confirm',
  'payment.goods_leave': 'payment_goods_leave',
  'payment.goods_stay': 'payment_goods_stay',
  'payment.cancel': 'payment_cancel',
  'payment.release': 'payment_release',
  'payment.refund': 'payment_refund',
  'payment.refund_retry': 'payment_refund_retry',
  'payment.refund_made': 'payment_refund_made',
  'payment.refund_not_made': 'payment_refund_not_made',
  'order.note': 'order_note',
  'order.packed': 'order_packed',
  'order.ready': 'order_ready',
  'order.sent': 'order_sent',
  'order.collected': 'order_collected',
  'order.mail_again': 'order_mail_again',
  'product.create': 'product_create',
  'product.edit': 'product_edit',
  'product.draw': 'product_draw',
  'product.count': 'product_count',
  'product.size': 'product_size',
  'product.hide': 'product_hide',
  'product.show': 'product_show',
  'product.size_name': 'product_size_name',
  'product.size_remove': 'product_size_remove',
  'product.size_hide': 'product_size_hide',
  'product.size_show': 'product_size_show',
  'products.import': 'products_import',
  'products.export': 'products_export',
  'callback.replay': 'callback_replay',
  'attention.clear': 'attention_clear',
  'settings.save': 'settings_save',
  'agreement.save': 'agreement_save',
  'gateway.test': 'gateway_test',
  'gateway.self_test': 'gateway_self_test',
  'alert.test': 'alert_test',
  'orders.export': 'orders_export',
  'reports.export': 'reports_export',
  'audit.export': 'audit_export',
  'withdrawal.settle': 'withdrawal_settle',
  'account.delete': 'account_delete',
  sign_in: 'sign_in',
  'sign_in.refused': 'sign_in_refused',
} as const

/** Everything a person can have done, as the audit names it. */
export const knownDeeds = Object.keys(deeds)

/** What a person did, in words; one we have no words for goes by its own name. */
export function deedText(action: string, locale: Locale): string {
  return Object.hasOwn(deeds, action) ? words(locale, 'admin')(`audit.${deeds[action as keyof typeof deeds]}`) : action
}
