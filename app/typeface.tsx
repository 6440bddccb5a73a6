import { preconnect } from 'react-dom'
import { typeface } from '@/lib/typeface'

/** For the head of every page. Fonts are fetched without cookies, over a connection of their own. */
export function Typeface() {
  preconnect('/', { crossOrigin: 'anonymous' })
  return <style dangerouslySetInnerHTML={{ __html: typeface }} />
}
