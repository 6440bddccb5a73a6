import { NextResponse } from 'next/server'
import { exportOf } from '@/lib/accounts/export'
import { currentShopper, signInAddress } from '@/lib/accounts/shopper'
import { env } from '@/lib/env'
import { defaultLocale, isLocale } from '@/lib/i18n'

/** All that is known of whoever is signed in, as a file of theirs. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale: asked } = await params
  const locale = isLocale(asked) ? asked : defaultLocale
  const shopper = await currentShopper()
  if (!shopper) return NextResponse.redirect(new URL(signInAddress(locale, 'data'), env().appUrl), 307)
  return new Response(JSON.stringify(await exportOf(shopper), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="lykkja.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}
