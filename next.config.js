import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileAhead } from './lib/front/compile-ahead.mjs'

// Another folder for the build lets the tests build beside a running shop.
const distDir = process.env.NEXT_DIST_DIR || '.next'

const migrations = readdirSync(path.join(import.meta.dirname, 'prisma/migrations'), { withFileTypes: true })
const latestMigration = migrations
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
  .at(-1)

// A list that is sorted, filtered or leafed through is another page than the first one, made for each request: a
// page that reads its query could not be prerendered. tests/integration/list-query.test.ts holds this to what is read.
const listQuery = JSON.parse(readFileSync(path.join(import.meta.dirname, 'lib/page-cache/list-query.json'), 'utf8'))

// What the thread that draws receipts reads, which no import names (lib/receipt-pdf/draw.ts).
const pdfPackages =
  'pdfkit|@noble/ciphers|@noble/hashes|fflate|fontkit|@swc/helpers|tslib|brotli|base64-js|clone|dfa|fast-deep-equal|restructure|tiny-inflate|unicode-properties|unicode-trie|linebreak|png-js'
const receiptFiles = [
  './lib/receipt-pdf/*.mjs',
  ...pdfPackages.split('|').map((name) => `./node_modules/${name}/**/!(*.map)`),
  './node_modules/@fontsource/bricolage-grotesque/{package,unicode}.json',
  './node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-*-{400,600}-normal.woff',
]

// The platform keeps finished pages itself; everywhere else we do (docs/decisions/009-prerendered-pages.md).
const onVercel = Boolean(process.env.VERCEL)
const ownPageCache = { cacheHandler: path.join(import.meta.dirname, 'lib/page-cache/handler.mjs'), cacheMaxMemorySize: 8 * 1024 * 1024 }
// Whoever keeps a copy must ask before showing it; Next would give a CDN a year.
const askFirst = { 'Cache-Control': 'public, max-age=0, must-revalidate' }
const ofText = 'about|delivery|netgiro|returns|terms'
const prerendered = ['', '/p/:slug', '/c/:category', `/:page(${ofText})`].map((page) => `/:locale(is|en)${page}`)

const isDevServer = process.env.NODE_ENV === 'development'

// For every answer. Pages behind the proxy (cart, checkout, pay, orders, account, admin, sandbox) replace the
// policy by a stricter one with a nonce; a prerendered page cannot have one (docs/decisions/003-content-security-policy.md).
// The opener policy is left out where a visit comes from no page (docs/decisions/019-who-comes-from-no-page.md).
const everywhere = {
  'Content-Security-Policy': [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${isDevServer ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not no-referrer: browsers would send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), browsing-topics=()',
  // Browsers heed it over https only.
  'Strict-Transport-Security': 'max-age=31536000',
}
const unlisted = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' }
const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  env: {
    // What /api/health asks the database for.
    LATEST_MIGRATION: latestMigration,
    // Crash points are in the fault suite's own build only (lib/payments/crash-point.ts).
    FAULT_POINTS: process.env.FAULT_POINTS === 'on' ? 'on' : 'off',
  },
  ...(!onVercel && ownPageCache),
  poweredByHeader: false,
  // A page's title and what else is said of it stand in its head for everybody, and do not follow the page.
  htmlLimitedBots: /./,
  reactStrictMode: true,
  // The sandbox speaks the providers' wire, where a slash must never redirect a POST.
  skipTrailingSlashRedirect: true,
  // No picture of ours needs the optimiser: they are drawn as SVG.
  images: { unoptimized: true },
  serverExternalPackages: ['pino', 'pg', 'nodemailer'],
  outputFileTracingRoot: import.meta.dirname,
  outputFileTracingIncludes: {
    '/**/receipt.pdf': receiptFiles,
    // What the thread that draws share pictures reads, which no import names (lib/share-picture/draw.ts).
    '/drawing/share/**': [
      './lib/share-picture/worker.mjs',
      './node_modules/next/og.js',
      './node_modules/next/dist/server/og/*.js',
      './node_modules/next/dist/compiled/@vercel/og/**',
      './node_modules/@fontsource/bricolage-grotesque/package.json',
      './node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-{500,700}-normal.woff',
    ],
  },
  compiler: { runAfterProductionCompile: compileAhead },
  // `npm test` checks the types once; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A form of ours is a few hundred bytes.
    serverActions: { bodySizeLimit: '64kb' },
    // forbidden(): a person without the role gets a 403 that says so.
    authInterrupts: true,
    // app/global-not-found.tsx: without one layout over everything, an address of nobody's needs a page of its own.
    globalNotFound: true,
    // How long a page once fetched is shown again in the same tab without asking, seconds; the least Next accepts.
    staleTimes: { static: 30 },
  },
  redirects: async () => [
    // The inner address of such a list is nobody's.
    { source: '/:locale(is|en)/c/:category/list', destination: '/:locale/c/:category', permanent: false },
  ],
  rewrites: async () => ({
    beforeFiles: listQuery.map((key) => ({
      source: '/:locale(is|en)/c/:category',
      has: [{ type: 'query', key }],
      destination: '/:locale/c/:category/list',
    })),
  }),
  headers: async () => [
    { source: '/:path*', headers: asList(everywhere) },
    ...(onVercel ? [] : prerendered.map((source) => ({ source, headers: asList(askFirst) }))),
    { source: '/admin/:path*', headers: asList(unlisted) },
    // Its name holds its version.
    { source: '/typeface/:file', headers: asList({ 'Cache-Control': 'public, max-age=31536000, immutable' }) },
    // A picture opened by itself may run and load nothing.
    { source: '/drawing/:path*', headers: asList({ 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" }) },
  ],
}

export default config
