// The one place that reads the environment. Nothing need be set: the defaults equal .env.example.
import { createHmac } from 'node:crypto'
import { z } from 'zod'

const mode = z.enum(['sandbox', 'test', 'production'])
export type Mode = z.infer<typeof mode>

/** Netgíró's published test provider; refused in production. */
export const publishedNetgiroKeys = {
  appKey: '881E674F-7891-4C20-AFD8-56FE2624C4B5',
  secretKey:
    'YCFd6hiA8lUjZejVcIf/LhRXO4wTDxY0JhOXvQZwnMSiNynSxmNIMjMf1HHwdV6cMN48NX3ZipA9q9hLPb9C1ZIzMH5dvELPAHceiu7LbZzmIAGeOf/OUaDrk2Zq2dbGacIAzU6yyk4KmOXRaSLi8KW8t3krdQSX7Ecm8Qunc/A=',
}

const origin = z.url({ protocol: /^https?$/ }).refine((u) => new URL(u).origin === u.replace(/\/$/, ''), 'must be an origin, such as https://shop.example.is, without a path')
const base = z.url({ protocol: /^https?$/ }).refine((u) => !u.endsWith('/'), 'must not end in a slash')
const secret = z.string().min(32, 'must have at least 32 characters')
const smtpUrl = z
  .string()
  .regex(/^smtps?:\/\//, 'must be an smtp:// or smtps:// address')
  .refine((u) => URL.canParse(u) && new URL(u).hostname !== '', 'must be an address such as smtps://user:password@mail.example.is')
// Of one line, so that no header can be smuggled in.
const sender = z.string().regex(/^(?:[^\s<>@]+@[^\s<>@]+|[^\r\n<>@"]+ <[^\s<>@]+@[^\s<>@]+>)$/, 'must be an address, or Name <address>')
const flag = z.enum(['true', 'false']).transform((v) => v === 'true')

const shape = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  APP_URL: origin.optional(),
  VERCEL_ENV: z.string().optional(),
  VERCEL_URL: z.string().optional(),
  VERCEL_BRANCH_URL: z.string().optional(),
  VERCEL_PROJECT_PRODUCTION_URL: z.string().optional(),
  VERCEL_AUTOMATION_BYPASS_SECRET: z.string().optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  SANDBOX_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address').optional(),
  NETGIRO_MODE: mode.default('sandbox'),
  NETS_EASY_MODE: mode.default('sandbox'),
  V3_MODE: mode.default('sandbox'),
  NETGIRO_URL: base.optional(),
  NETGIRO_PARTNER_URL: base.optional(),
  NETGIRO_APP_KEY: z.guid('must be a GUID').default(publishedNetgiroKeys.appKey),
  NETGIRO_SECRET_KEY: z.string().min(1).default(publishedNetgiroKeys.secretKey),
  NETGIRO_CONFIRMATION_TYPE: z.enum(['0', '1', '2']).default('2'),
  NETGIRO_RESPONSE_SIGNATURE: z.enum(['require', 'verify-if-present']).default('verify-if-present'),
  NEXTAUTH_SECRET: secret.optional(),
  CRON_SECRET: secret.optional(),
  CALLBACK_KEY: secret.optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: sender.optional(),
  PAYMENTS_NEW: z.enum(['on', 'off']).default('on'),
  RECONCILE_TIMER: flag.default(true),
  /** How long a worker may hold a payment before another takes over, milliseconds. */
  CLAIM_LEASE_MS: z.coerce.number().int().min(500).max(300_000).default(30_000),
  /** How many calls a second the shop allows itself to make to one provider. */
  PROVIDER_CALLS_PER_SECOND: z.coerce.number().int().min(1).max(1000).default(100),
  /** How many proxies stand before the server and append to X-Forwarded-For. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  /** Where the merchant is told of what needs a person, outside the admin. */
  ALERT_MAIL: z.email('must be an e-mail address').optional(),
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  ALERT_WEBHOOK_SECRET: secret.optional(),
  /** At how many pieces left a size that was just sold is low; 0: never. */
  LOW_STOCK_AT: z.coerce.number().int().min(0).max(10_000).default(2),
  /** How much of the disk an instance may fill with finished pages, MB; read by lib/page-cache/handler.mjs. */
  PAGE_CACHE_MB: z.coerce.number().int().min(0).max(1_000_000).default(512),
})

export type Env = ReturnType<typeof read>

const netgiroBase: Record<'test' | 'production', { api: string; partner: string }> = {
  test: { api: 'https://api.test.netgiro.is/v1', partner: 'https://partner-api.test.netgiro.is' },
  production: { api: 'https://api.netgiro.is/v1', partner: 'https://api.netgiro.is/partner' },
}

const ownSecrets = ['NEXTAUTH_SECRET', 'CRON_SECRET', 'CALLBACK_KEY', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'] as const

const isLoopback = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

/** Where mail is sent, as whom; null without a server of one's own. */
function smtpOf({ SMTP_URL: url, MAIL_FROM: from }: { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined }, production: boolean) {
  if (!url || !from) return null
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    auth,
    from,
    // Passwords and secret links never cross a network in the clear.
    requireTls: !secure && !isLoopback(url) && (production || auth !== null),
  }
}

const originShape = shape.pick({ PORT: true, APP_URL: true, VERCEL_ENV: true, VERCEL_URL: true, VERCEL_BRANCH_URL: true, VERCEL_PROJECT_PRODUCTION_URL: true })

function publicOrigin(e: z.infer<typeof originShape>): string {
  if (e.APP_URL) return e.APP_URL.replace(/\/$/, '')
  const vercel = e.VERCEL_ENV === 'production' ? e.VERCEL_PROJECT_PRODUCTION_URL : (e.VERCEL_BRANCH_URL ?? e.VERCEL_URL)
  return vercel ? `https://${vercel}` : `http://localhost:${e.PORT}`
}

// An empty value in a .env file means "not set".
const setOnly = (source: Record<string, string | undefined>) => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))

/** Reads and checks the whole environment; throws one error that names each wrong variable and why. */
function read(source: Record<string, string | undefined>) {
  const given = setOnly(source)
  const parsed = shape.safeParse(given)
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const e = parsed.data
  const production = [e.NETGIRO_MODE, e.NETS_EASY_MODE, e.V3_MODE].includes('production')
  const appUrl = publicOrigin(e)
  const loopback = e.VERCEL_URL ? appUrl : `http://127.0.0.1:${e.PORT}`
  const netgiro = e.NETGIRO_MODE === 'sandbox'
    ? { api: `${loopback}/sandbox/netgiro/v1`, partner: `${loopback}/sandbox/netgiro/partner` }
    : netgiroBase[e.NETGIRO_MODE]

  const problems: string[] = []
  if (production) {
    for (const name of ownSecrets) {
      if (!e[name]) problems.push(`${name}: must be set in production`)
    }
    if (!given.APP_URL && !e.VERCEL_URL) problems.push('APP_URL: must be set in production, the callbacks go there')
    if (appUrl.startsWith('http:') && !isLoopback(appUrl)) problems.push('APP_URL: must be https in production')
  }
  if (e.SMTP_URL && !e.MAIL_FROM) problems.push('MAIL_FROM: must be set with SMTP_URL')
  if (e.NETGIRO_MODE === 'production') {
    if (e.NETGIRO_APP_KEY.toUpperCase() === publishedNetgiroKeys.appKey) problems.push('NETGIRO_APP_KEY: the published test key is refused in production')
    if (e.NETGIRO_SECRET_KEY === publishedNetgiroKeys.secretKey) problems.push('NETGIRO_SECRET_KEY: the published test key is refused in production')
    for (const name of ['NETGIRO_URL', 'NETGIRO_PARTNER_URL'] as const) {
      const url = e[name]
      if (url?.startsWith('http:') && !isLoopback(url)) problems.push(`${name}: http only to loopback in production`)
    }
  }
  if (e.ALERT_WEBHOOK_URL && !e.ALERT_WEBHOOK_SECRET) problems.push('ALERT_WEBHOOK_SECRET: must be set beside ALERT_WEBHOOK_URL, it signs what is sent there')
  if (production && e.ALERT_WEBHOOK_URL?.startsWith('http:')) problems.push('ALERT_WEBHOOK_URL: must be https in production')
  if (problems.length) throw new EnvError(problems)

  // Where no secret is given outside production (a preview, say), one is made from the database's address:
  // as secret as its password, and the same in every instance.
  const derived = (name: string) => createHmac('sha256', e.DATABASE_URL).update(name).digest('base64')
  return {
    port: e.PORT,
    appUrl,
    /** Where the app reaches itself: its own sandbox. */
    loopback,
    // Previews only: the addresses a production shop hands out carry no key.
    protectionBypass: production ? undefined : e.VERCEL_AUTOMATION_BYPASS_SECRET,
    production,
    databaseUrl: e.DATABASE_URL,
    sandboxDatabaseUrl: e.SANDBOX_DATABASE_URL ?? e.DATABASE_URL,
    modes: { netgiro: e.NETGIRO_MODE, netsEasy: e.NETS_EASY_MODE, v3: e.V3_MODE },
    everyModeIsSandbox: [e.NETGIRO_MODE, e.NETS_EASY_MODE, e.V3_MODE].every((m) => m === 'sandbox'),
    netgiro: {
      url: e.NETGIRO_URL ?? netgiro.api,
      partnerUrl: e.NETGIRO_PARTNER_URL ?? netgiro.partner,
      appKey: e.NETGIRO_APP_KEY,
      secretKey: e.NETGIRO_SECRET_KEY,
      confirmationType: Number(e.NETGIRO_CONFIRMATION_TYPE) as 0 | 1 | 2,
      responseSignature: e.NETGIRO_RESPONSE_SIGNATURE,
    },
    /** Which of the shop's own secrets were given; the others are derived. */
    secretsGiven: Object.fromEntries(ownSecrets.map((name) => [name, Boolean(e[name])])),
    nextAuthSecret: e.NEXTAUTH_SECRET ?? derived('NEXTAUTH_SECRET'),
    cronSecret: e.CRON_SECRET ?? derived('CRON_SECRET'),
    callbackKey: e.CALLBACK_KEY ?? derived('CALLBACK_KEY'),
    smtp: smtpOf(e, production),
    alerts: {
      mail: e.ALERT_MAIL,
      webhook: e.ALERT_WEBHOOK_URL && e.ALERT_WEBHOOK_SECRET ? { url: e.ALERT_WEBHOOK_URL, secret: e.ALERT_WEBHOOK_SECRET } : undefined,
      lowStockAt: e.LOW_STOCK_AT,
    },
    paymentsNew: e.PAYMENTS_NEW === 'on',
    reconcileTimer: e.RECONCILE_TIMER && !e.VERCEL_URL,
    claimLeaseMs: e.CLAIM_LEASE_MS,
    providerCallsPerSecond: e.PROVIDER_CALLS_PER_SECOND,
    trustedProxyHops: e.TRUSTED_PROXY_HOPS,
  }
}

export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not right:\n${problems.map((p) => `  ${p}`).join('\n')}`)
    this.name = 'EnvError'
  }
}

let cached: Env | undefined
/** The checked environment. Read on first use, so that the build needs none. */
export const env = (): Env => (cached ??= read(process.env))

/** The public origin by itself: pages made at build name their address before there is a database. */
export const siteOrigin = (): string => publicOrigin(originShape.parse(setOnly(process.env)))

/** Apart from the rest, so that logging works while the rest is being found wrong. */
export const logLevel = process.env.LOG_LEVEL || 'info'

/** Next's development server: its pages need eval and a websocket, and its tools draw in the page. */
export const isDevServer = process.env.NODE_ENV === 'development'

/** A platform that keeps finished pages itself (docs/decisions/009-prerendered-pages.md). */
export const onVercel = Boolean(process.env.VERCEL)

/** next-auth reads its own address from the process environment and nowhere else. */
export const tellNextAuthItsAddress = (): void => void (process.env.NEXTAUTH_URL = env().appUrl)

/** The newest migration when this was built (next.config.js writes it in); the database must have it. */
export const latestMigration = process.env.LATEST_MIGRATION

/** For tests and the boot check: read another environment. */
export const readEnv = read

/** Every setting with its default, for the test that .env.example says the same. */
export const defaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(shape.shape).map(([name, setting]) => [name, setting.safeParse(undefined).data]),
)
