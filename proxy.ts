import { NextResponse, type NextRequest } from 'next/server'
import { isDevServer } from '@/lib/env'

// Only a policy is set here; who may see what is decided where the data is read. Catalogue pages are not
// matched: they are prerendered, and a proxy before them would cost half their throughput.
export const config = {
  matcher: [
    '/(is|en)/(cart|checkout|pay|orders|account|sign-in|sign-up)/:path*',
    '/admin/:path*',
    // The people's side of the sandbox, not the wire of its simulators.
    '/sandbox/((?!netgiro/|nets-easy/|v3/).*)',
    '/sandbox',
  ],
}

/** The phone is shown beside the waiting room, by pages of ours. */
const embeddable = new Set(['/sandbox/phone'])

function policy(nonce: string, framedBy: "'self'" | "'none'"): string {
  const forDevelopment = isDevServer ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    // The development overlay writes styles of its own.
    isDevServer ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
}

/** Gives each answer a policy of its own, whose nonce Next puts on the scripts it writes. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  const framable = embeddable.has(request.nextUrl.pathname)
  const content = policy(nonce, framable ? "'self'" : "'none'")
  headers.set('content-security-policy', content)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', content)
  if (framable) response.headers.set('x-frame-options', 'SAMEORIGIN')
  return response
}
