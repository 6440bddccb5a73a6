import { NextResponse, type NextRequest } from 'next/server'
import { env, isDevServer } from '@/lib/env'
import { isOwnOrigin } from '@/lib/origin'
import { typefaceHash } from '@/lib/typeface'

// Headers are set here, and forms of other sites sent away; who may see and do what is decided where the data is
// read. Catalogue pages are matched only when a form is sent to one, or a header that Next would take a nonce
// from: they are prerendered, and a proxy before them would cost half their throughput.
export const config = {
  matcher: [
    '/(is|en)/(cart|checkout|pay|orders|find-order|account|sign-in|sign-up)/:path*',
    '/admin/:path*',
    // The people's side of the sandbox, not the wire of its simulators.
    '/sandbox/((?!netgiro/|nets-easy/|v3/).*)',
    '/sandbox',
    { source: '/(is|en)/:path*', has: [{ type: 'header', key: 'next-action' }] },
    { source: '/(is|en)/:path*', has: [{ type: 'header', key: 'content-type', value: '(multipart/form-data|application/x-www-form-urlencoded).*' }] },
    { source: '/(is|en)/:path*', has: [{ type: 'header', key: 'content-security-policy' }] },
    { source: '/(is|en)/:path*', has: [{ type: 'header', key: 'content-security-policy-report-only' }] },
  ],
}

/** The phone is shown beside the waiting room, by pages of ours. */
const embeddable = new Set(['/sandbox/phone'])

/** Pages rendered for each request; the first four lines of the matcher say the same. */
const withNonce = /^\/(?:(?:is|en)\/(?:cart|checkout|pay|orders|find-order|account|sign-in|sign-up)|admin|sandbox)(?:\/|$)/

function policy(nonce: string, framedBy: "'self'" | "'none'"): string {
  const forDevelopment = isDevServer ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    // The development overlay writes styles of its own.
    isDevServer ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}' '${typefaceHash}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
}

/**
 * Gives each answer a policy of its own, whose nonce Next puts on the scripts it writes. A form must come from a
 * page of ours; each action checks that again for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const isForm = request.method === 'POST'
  if (isForm && !isOwnOrigin(request.headers, env())) return new NextResponse('This form was not sent from a page of the shop.\n', { status: 403 })
  const headers = new Headers(request.headers)
  headers.delete('content-security-policy-report-only')
  headers.delete('content-security-policy')
  if (!isForm && !withNonce.test(request.nextUrl.pathname)) return NextResponse.next({ request: { headers } })
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  headers.set('x-nonce', nonce)
  const framable = embeddable.has(request.nextUrl.pathname)
  const content = policy(nonce, framable ? "'self'" : "'none'")
  headers.set('content-security-policy', content)
  // Next compares a form's origin with the host it believes to have: ours is the configured one, whatever a proxy before us says.
  if (isForm) headers.set('x-forwarded-host', new URL(request.headers.get('origin') ?? '').host)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', content)
  if (framable) response.headers.set('x-frame-options', 'SAMEORIGIN')
  return response
}
