import type { Gateway } from '@/lib/gateways/gateway'

/**
 * The provider's pace for checks as we keep it, milliseconds: never faster than it asks or than our own floor;
 * what is absent or absurd falls to the usual.
 */
export function clampPace({ pace }: Pick<Gateway, 'pace'>, asked: number | undefined): number {
  if (asked === undefined || !Number.isFinite(asked) || asked <= 0 || asked > pace.ceiling) return pace.usual
  return Math.max(Math.round(asked), pace.floor)
}
