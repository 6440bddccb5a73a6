import { readdirSync } from 'node:fs'
import path from 'node:path'

// Another folder for the build lets the tests build beside a running shop.
const distDir = process.env.NEXT_DIST_DIR || '.next'

const migrations = readdirSync(path.join(import.meta.dirname, 'prisma/migrations'), { withFileTypes: true })
const latestMigration = migrations.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort().at(-1)

const isDevServer = process.env.NODE_ENV === 'development'

// For every answer. Pages behind the proxy (cart, checkout, pay, orders, account, admin, sandbox) replace the
// policy by a stricter one with a nonce; a prerendered page cannot have one (docs/decisions/003-content-security-policy.md).
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
  poweredByHeader: false,
  reactStrictMode: true,
  // The sandbox speaks the providers' wire, where a slash must never redirect a POST.
  skipTrailingSlashRedirect: true,
  // No picture of ours needs the optimiser: they are drawn as SVG.
  images: { unoptimized: true },
  serverExternalPackages: ['pino', 'pg'],
  outputFileTracingRoot: import.meta.dirname,
  // `npm test` checks the types once; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A form of ours is a few hundred bytes.
    serverActions: { bodySizeLimit: '64kb' },
    // forbidden(): a person without the role gets a 403 that says so.
    authInterrupts: true,
    // app/global-not-found.tsx: without one layout over everything, an address of nobody's needs a page of its own.
    globalNotFound: true,
  },
  headers: async () => [
    { source: '/:path*', headers: asList(everywhere) },
    { source: '/admin/:path*', headers: asList(unlisted) },
    // A picture opened by itself may run and load nothing.
    { source: '/drawing/:path*', headers: asList({ 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" }) },
  ],
}

export default config
