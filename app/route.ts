import { cookies, headers } from 'next/headers'
import { isLocale, negotiate } from '@/lib/i18n'

/** `/` has no language of its own: it leads to the one chosen before, else to the browser's. */
export async function GET() {
  const chosen = (await cookies()).get('locale')?.value ?? ''
  const locale = isLocale(chosen) ? chosen : negotiate((await headers()).get('accept-language'))
  return new Response(null, {
    status: 307,
    headers: { location: `/${locale}`, vary: 'accept-language, cookie', 'cache-control': 'private, no-store' },
  })
}
