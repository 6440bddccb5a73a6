// How long a reservation stands: until then its money can be taken, after it the gateway lets it go.
import type { Payment } from '@/lib/generated/prisma/client'
import { db } from '@/lib/db'
import { openAttention } from './attention'
import { gatewayNamed, phoneGateway } from './gateways'

const hour = 3_600_000
/** A person hears of it while there is a working day left. */
const noticeMs = 36 * hour

type Held = Pick<Payment, 'gateway' | 'createdAt'>

/** The earliest moment a reservation can end: providers count from the customer's yes, which comes after the start. */
export const holdEndsAt = ({ gateway, createdAt }: Held): Date => new Date(createdAt.getTime() + gatewayNamed(gateway).holdMs)

/** Whole days of the gateway that phones pay with. */
export const holdDays = (): number => Math.floor(phoneGateway().holdMs / (24 * hour))

export const endsSoon = (payment: Held, now: Date): boolean => holdEndsAt(payment).getTime() - now.getTime() < noticeMs

/** Opens an item for a reservation that somebody must see to soon: it is gone by itself when the reservation is. */
export async function warnOfEnd(payment: Payment, now: Date): Promise<void> {
  if (payment.captureMode !== 'manual' || payment.state !== 'reserved' || !endsSoon(payment, now)) return
  await openAttention(db(), payment.id, 'reservation_ends', `the gateway may let it go from ${holdEndsAt(payment).toISOString()}`)
}

const waiting: readonly string[] = ['reserved', 'confirming', 'confirm_unknown']
type Payments = readonly (Held & Pick<Payment, 'state' | 'captureBy' | 'needsYes'>)[]

/** How long an order's goods have their money reserved, where it is taken when they leave; null where none is. */
export function holdOf(payments: Payments, now: Date): { endsAt: Date; soon: boolean } | null {
  const held = payments.find(({ state, captureBy, needsYes }) => waiting.includes(state) && (captureBy === 'goods' || captureBy === 'leaving') && !needsYes)
  return held ? { endsAt: holdEndsAt(held), soon: endsSoon(held, now) } : null
}
