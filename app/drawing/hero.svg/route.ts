import { renderHero } from '@/lib/drawing/hero'
import { picture } from '../picture'

export const dynamic = 'force-static'

/** The yoke on the home page. */
export function GET(): Response {
  return picture(renderHero(), 'a day')
}
