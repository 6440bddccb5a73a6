import { Badge, type Tone } from '@/components/ui/badge'
import { words, type Locale } from '@/lib/i18n'
import type { Step } from '@/lib/orders/steps'

const tones: Record<Step | 'none', Tone> = { none: 'warn', packed: 'info', ready: 'info', sent: 'good', collected: 'good' }

/** How far an order's goods are. */
export function FulfilmentBadge({ step, locale }: { step: Step | 'none'; locale: Locale }) {
  return <Badge tone={tones[step]}>{words(locale, 'fulfilment')(step)}</Badge>
}
