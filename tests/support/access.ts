// Who may do what: the whole table, for people to read. tests/integration/access.test.ts calls every line of it over
// HTTP as every identity, and fails when the build holds a page, a route or an action that has no line here.
//
//   ok       it was done, or only what was sent with it was wrong
//   refused  "your role does not allow this"; nothing was done
//   sign-in  led to the sign-in, of the admin or of the shop; nothing was done
//   till     led to the till, the one part of the admin a cashier has
//   home     led to the first page of the admin
//   account  led to the shopper's own account
//   403 404  and other numbers are the answer itself
import type { Role } from '@/lib/auth/roles'
import { newId } from '@/lib/ids'

/** The two shoppers are signed in to accounts of theirs, with a cart each; those who work here have none in the shop. */
export const identities = ['anonymous', 'shopper', 'another', 'viewer', 'cashier', 'clerk', 'manager', 'owner'] as const
export type Identity = 'anonymous' | 'shopper' | 'another' | Role

// An id of the right shape that is nobody's: an allowed call changes nothing and is told "gone".
const nobodys = newId()
const guid = '00000000-0000-4000-8000-000000000000'
const because = { reason: 'because' }
const everybody = 'ok ok ok ok ok ok ok ok'

/** A page of the admin or of a shopper's account, and what everybody gets who asks for it. */
export type PageRow = readonly [page: string, at: string, who: string]

// prettier-ignore
export const pages: readonly PageRow[] = [
  //                                                          anonymous shopper another viewer cashier clerk manager owner
  ['/admin',                   '/admin',                     'sign-in   sign-in sign-in ok     till    ok    ok      ok'],
  ['/admin/[...rest]',         '/admin/no/such/page',        'sign-in   sign-in sign-in 404    403     404   404     404'],
  ['/admin/attention',         '/admin/attention',           'sign-in   sign-in sign-in ok     403     ok    ok      ok'],
  ['/admin/audit',             '/admin/audit',               'sign-in   sign-in sign-in 403    403     403   ok      ok'],
  ['/admin/callbacks',         '/admin/callbacks',           'sign-in   sign-in sign-in ok     403     ok    ok      ok'],
  ['/admin/orders/[order]',    '/admin/orders/{order}',      'sign-in   sign-in sign-in ok     403     ok    ok      ok'],
  ['/admin/orders/[order]/receipt', '/admin/orders/{order}/receipt', 'sign-in sign-in sign-in ok  403     ok    ok      ok'],
  ['/admin/payments',          '/admin/payments',            'sign-in   sign-in sign-in ok     403     ok    ok      ok'],
  ['/admin/pos',               '/admin/pos',                 'sign-in   sign-in sign-in 403    ok      ok    ok      ok'],
  ['/admin/pos/[payment]',     `/admin/pos/${nobodys}`,      'sign-in   sign-in sign-in 403    404     404   404     404'],
  ['/admin/pos/sales',         '/admin/pos/sales',           'sign-in   sign-in sign-in 403    ok      ok    ok      ok'],
  ['/admin/products',          '/admin/products',            'sign-in   sign-in sign-in ok     403     ok    ok      ok'],
  ['/admin/products/[product]', '/admin/products/{product}', 'sign-in   sign-in sign-in ok     403     ok    ok      ok'],
  ['/admin/products/[product]/drawing', '/admin/products/{product}/drawing', 'sign-in sign-in sign-in 403 403  403   ok      ok'],
  ['/admin/products/import',   '/admin/products/import',     'sign-in   sign-in sign-in 403    403     403   ok      ok'],
  ['/admin/products/new',      '/admin/products/new',        'sign-in   sign-in sign-in 403    403     403   ok      ok'],
  ['/admin/reports',           '/admin/reports',             'sign-in   sign-in sign-in 403    403     403   ok      ok'],
  ['/admin/reports/settlement', '/admin/reports/settlement', 'sign-in   sign-in sign-in 403    403     403   ok      ok'],
  ['/admin/settings',          '/admin/settings',            'sign-in   sign-in sign-in ok     403     ok    ok      ok'],
  ['/admin/sign-in',           '/admin/sign-in',             'ok        ok      ok      home   home    home  home    home'],

  ['/[locale]/account',        '/is/account',                'sign-in   ok      ok      sign-in sign-in sign-in sign-in sign-in'],
  ['/[locale]/account/check/[secret]', `/is/account/check/${nobodys}`, everybody],
  ['/[locale]/account/data',   '/is/account/data',           'sign-in   ok      ok      sign-in sign-in sign-in sign-in sign-in'],
  ['/[locale]/account/reset',  '/is/account/reset',          everybody],
  ['/[locale]/account/reset/[secret]', `/is/account/reset/${nobodys}`, everybody],
  ['/[locale]/find-order',     '/is/find-order',             everybody],
  ['/[locale]/sign-in',        '/is/sign-in',                'ok        account account ok     ok      ok    ok      ok'],
  ['/[locale]/sign-up',        '/is/sign-up',                'ok        account account ok     ok      ok    ok      ok'],
]

export type ActionRow = readonly [action: string, who: string, fields: Readonly<Record<string, string>>]

const all = 'ok        ok      ok      ok     ok      ok    ok      ok'

// prettier-ignore
export const actions: readonly ActionRow[] = [
  //                                           anonymous shopper another viewer  cashier clerk   manager owner
  ['admin/attention/clear',                   'sign-in   sign-in sign-in refused refused refused ok      ok', { item: '999999999999', ...because }],
  ['admin/callbacks/replay',                  'sign-in   sign-in sign-in refused refused ok      ok      ok', { callback: '999999999999' }],
  ['admin/language/chooseLanguage',            all, { locale: 'is' }],
  ['admin/mails/again',                       'sign-in   sign-in sign-in refused refused ok      ok      ok', { order: '999999999', mail: '999999999999', formKey: nobodys }],
  ['admin/orders/[order]/cancel',             'sign-in   sign-in sign-in refused refused ok      ok      ok', { paymentId: nobodys, ...because }],
  ['admin/orders/[order]/check',              'sign-in   sign-in sign-in refused refused ok      ok      ok', { paymentId: nobodys }],
  ['admin/orders/[order]/confirm',            'sign-in   sign-in sign-in refused refused ok      ok      ok', { paymentId: nobodys }],
  ['admin/orders/[order]/keep',               'sign-in   sign-in sign-in refused refused ok      ok      ok', { order: '999999999' }],
  ['admin/orders/[order]/note',               'sign-in   sign-in sign-in refused refused ok      ok      ok', { order: '999999999', text: 'a note', formKey: nobodys }],
  ['admin/orders/[order]/release',            'sign-in   sign-in sign-in refused refused ok      ok      ok', { paymentId: nobodys, ...because }],
  ['admin/orders/[order]/step',               'sign-in   sign-in sign-in refused refused ok      ok      ok', { order: '999999999', step: 'packed', position: '1', formKey: nobodys }],
  ['admin/orders/bulk',                       'sign-in   sign-in sign-in refused refused ok      ok      ok', { deed: 'check', 'order-999999999': 'on' }],
  ['admin/pos/again',                         'sign-in   sign-in sign-in refused ok      ok      ok      ok', { paymentId: nobodys }],
  ['admin/pos/cancel',                        'sign-in   sign-in sign-in refused ok      ok      ok      ok', { paymentId: nobodys }],
  ['admin/pos/code',                          'sign-in   sign-in sign-in refused ok      ok      ok      ok', { paymentId: nobodys, code: '1234' }],
  ['admin/pos/find',                          'sign-in   sign-in sign-in refused ok      ok      ok      ok', { typed: 'nothing is called this' }],
  ['admin/pos/next',                          'sign-in   sign-in sign-in refused ok      ok      ok      ok', { paymentId: nobodys }],
  ['admin/pos/register',                      'sign-in   sign-in sign-in refused ok      ok      ok      ok', {}],
  ['admin/pos/sell',                          'sign-in   sign-in sign-in refused ok      ok      ok      ok', {}],
  ['admin/products/changeSize',               'sign-in   sign-in sign-in refused refused refused ok      ok', { product: '999999999', variant: '999999999', deed: 'remove' }],
  ['admin/products/count',                    'sign-in   sign-in sign-in refused refused ok      ok      ok', { product: '999999999', 'counted-1': '1', 'seen-1': '2', ...because }],
  ['admin/products/create',                   'sign-in   sign-in sign-in refused refused refused ok      ok', {}],
  ['admin/products/draw',                     'sign-in   sign-in sign-in refused refused refused ok      ok', { product: '999999999', version: '0', drawing: '1sw0-wk---' }],
  ['admin/products/edit',                     'sign-in   sign-in sign-in refused refused refused ok      ok', { product: '999999999', version: '0' }],
  ['admin/products/hide',                     'sign-in   sign-in sign-in refused refused refused ok      ok', { product: '999999999', hidden: 'yes' }],
  ['admin/products/size',                     'sign-in   sign-in sign-in refused refused refused ok      ok', { product: '999999999', size: 'M' }],
  ['admin/refunds/refund',                    'sign-in   sign-in sign-in refused refused ok      ok      ok', { paymentId: nobodys, amount: '100', formKey: nobodys, ...because }],
  ['admin/refunds/retry',                     'sign-in   sign-in sign-in refused refused ok      ok      ok', { refundId: nobodys }],
  ['admin/refunds/settle',                    'sign-in   sign-in sign-in refused refused refused ok      ok', { refundId: nobodys, made: 'no', ...because }],
  ['admin/settings/save',                     'sign-in   sign-in sign-in refused refused refused ok      ok', { confirmationType: 'none' }],
  ['admin/settings/saveAgreement',            'sign-in   sign-in sign-in refused refused refused ok      ok', { gateway: 'none' }],
  ['admin/settings/saveAlertLanguage',        'sign-in   sign-in sign-in refused refused refused ok      ok', { alertLocale: 'none' }],
  ['admin/settings/testAlert',                'sign-in   sign-in sign-in refused refused refused ok      ok', { of: 'none' }],
  ['admin/settings/testCallbacks',            'sign-in   sign-in sign-in refused refused refused ok      ok', { gateway: 'none' }],
  ['admin/settings/testConnection',           'sign-in   sign-in sign-in refused refused refused ok      ok', { gateway: 'none' }],
  ['admin/sign-in/enter',                      all, {}],
  ['admin/withdrawals/settle',                'sign-in   sign-in sign-in refused refused ok      ok      ok', { withdrawal: '999999999999' }],
  ['admin/sign-out/signOut',                  'sign-in   sign-in sign-in sign-in sign-in sign-in sign-in sign-in', {}],
  ['admin/views/remove',                      'sign-in   sign-in sign-in ok      refused ok      ok      ok', { view: '999999999' }],
  ['admin/views/save',                        'sign-in   sign-in sign-in ok      refused ok      ok      ok', { name: '' }],

  // The shop's own: what may be touched is named by the cart in the cookie, or by the secret of a payment or an order.
  ['[locale]/(shop)/cart/addToCart',           all, { variantId: '0' }],
  ['[locale]/(shop)/cart/removeFromCart',      all, { variantId: '0' }],
  ['[locale]/(shop)/cart/setQuantity',         all, { variantId: '0' }],
  ['[locale]/(shop)/checkout/placeOrder',      all, {}],
  ['[locale]/(shop)/orders/[token]/returnGoods', all, { token: nobodys + nobodys, formKey: nobodys }],
  ['[locale]/(shop)/pay/[payment]/answerYesOrNo', all, { paymentId: nobodys, answer: 'no' }],
  ['[locale]/(shop)/pay/[payment]/backToCart', all, { paymentId: 'none' }],
  ['[locale]/(shop)/pay/[payment]/cancel',     all, { paymentId: nobodys }],
  ['[locale]/(shop)/pay/[payment]/payAgain',   all, { paymentId: nobodys }],

  // A shopper's account: what anybody may ask for answers the same whoever asks, the rest is for who is signed in.
  ['[locale]/(account)/account/check/[secret]/finish', all, { secret: nobodys, password: 'none of mine' }],
  ['[locale]/(account)/account/data/deleteMyAccount', 'sign-in   ok      ok      sign-in sign-in sign-in sign-in sign-in', { password: 'none of mine' }],
  ['[locale]/(account)/account/reset/askForLink', all, { email: 'nobody' }],
  ['[locale]/(account)/account/reset/choosePassword', all, { secret: nobodys, password: 'none of mine' }],
  ['[locale]/(account)/account/signOut',       'sign-in   sign-in sign-in sign-in sign-in sign-in sign-in sign-in', {}],
  ['[locale]/(account)/find-order/findOrder',  all, { number: 'none' }],
  ['[locale]/(account)/sign-in/enter',         all, { email: 'nobody' }],
  ['[locale]/(account)/sign-up/makeAccount',   all, { email: 'nobody' }],

  // The sandbox is everybody's toy, and 404 as soon as its gateway is real.
  ['sandbox/api/tryOperation',                 all, { operation: 'none', members: 'not json' }],
  ['sandbox/faults/addFaultAction',            all, { name: 'none' }],
  ['sandbox/faults/clearFaultsAction',         all, {}],
  ['sandbox/faults/moveClockAction',           all, { advanceMs: 'none' }],
  ['sandbox/faults/resetAction',               all, {}],
  ['sandbox/faults/setSwitchAction',           all, { name: 'none', value: '' }],
  ['sandbox/faults/startScenarioAction',       all, { name: 'none' }],
  ['sandbox/phone/answerRequest',              all, { id: guid, act: 'ignore' }],
  ['sandbox/phone/setTrait',                   all, { number: '', trait: 'none' }],
  ['sandbox/signature/explainSignature',       all, {}],
  ['sandbox/sms/installApp',                   all, { id: 'none' }],
]

/** A method a route answers; those that have no line here must be answered by 405. */
export type RouteRow = readonly [method: 'GET' | 'POST', route: string, at: string, who: string]

const every = (answer: number) => Array.from({ length: identities.length }, () => answer).join(' ')
const callback = `/api/callbacks/netgiro/${nobodys}/${'x'.repeat(32)}`

// prettier-ignore
export const routes: readonly RouteRow[] = [
  ['GET',  '/',                             '/',                              every(307)],
  // A stranger is led to the sign-in.
  ['GET',  '/[locale]/account/data/export', '/is/account/data/export',        '307 200 200 307 307 307 307 307'],
  ['GET',  '/[locale]/orders/[token]/receipt.pdf', `/is/orders/${nobodys}${nobodys}/receipt.pdf`, every(404)],
  ['GET',  '/admin/audit/export',           '/admin/audit/export',            '307 307 307 403 403 403 403 200'],
  ['GET',  '/admin/orders/export',          '/admin/orders/export',           '307 307 307 200 403 200 200 200'],
  // A number nobody's order has: whoever may read orders is told so.
  ['GET',  '/admin/orders/[order]/receipt.pdf', '/admin/orders/999999999/receipt.pdf', '307 307 307 404 403 404 404 404'],
  ['GET',  '/admin/products/export',        '/admin/products/export',         '307 307 307 403 403 403 200 200'],
  // What is sent holds no file: those who may are told so.
  ['POST', '/admin/products/import/file',   '/admin/products/import/file?do=look', '307 307 307 403 403 403 422 422'],
  ['GET',  '/admin/reports/export',         '/admin/reports/export',          '307 307 307 403 403 403 200 200'],
  ['GET',  '/admin/reports/settlement/export', '/admin/reports/settlement/export', '307 307 307 403 403 403 200 200'],
  ['GET',  '/api/auth/[...nextauth]',       '/api/auth/session',              every(200)],
  ['POST', '/api/auth/[...nextauth]',       '/api/auth/callback/credentials', every(302)],
  ['POST', '/api/callbacks/[gateway]/[payment]/[token]',        callback,             every(404)],
  ['POST', '/api/callbacks/[gateway]/[payment]/[token]/cancel', `${callback}/cancel`, every(404)],
  ['GET',  '/api/cart',                     '/api/cart',                      every(200)],
  ['GET',  '/api/cron/reconcile',           '/api/cron/reconcile',            every(401)],
  ['POST', '/api/cron/reconcile',           '/api/cron/reconcile',            every(401)],
  ['GET',  '/api/health',                   '/api/health',                    every(200)],
  // The id of a payment is the permission to ask how it stands.
  ['GET',  '/api/payments/[payment]/status', '/api/payments/{payment}/status', every(200)],
  ['GET',  '/api/suggest',                  '/api/suggest?locale=is&q=pey',   every(200)],
  ['GET',  '/drawing/[spec]',               '/drawing/none',                  every(404)],
  ['GET',  '/drawing/[spec]/chart.svg',     '/drawing/none/chart.svg',        every(404)],
  ['GET',  '/drawing/band/[name]',          '/drawing/band/none',             every(404)],
  ['GET',  '/drawing/hero.svg',             '/drawing/hero.svg',              every(200)],
  ['GET',  '/drawing/share/[locale]/[slug]/[mark]', '/drawing/share/is/none/none.png', every(404)],
  ['GET',  '/sitemap.xml',                  '/sitemap.xml',                   every(200)],
  ['GET',  '/sitemap/[part]',               '/sitemap/none',                  every(404)],
]
