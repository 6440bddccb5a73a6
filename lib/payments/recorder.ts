import { db, Prisma } from '@/lib/db'
import type { ExchangeRecorder } from '@/lib/gateways/gateway'
import { crashPoint, pausePoint } from './crash-point'

const json = (view: Readonly<Record<string, unknown>> | undefined) => (view ? (view as Prisma.InputJsonObject) : Prisma.DbNull)

/** Keeps the exchanges of one payment: the row is committed before the call, and completed once after it; both by the database's clock. */
export function recorderFor(paymentId: string): ExchangeRecorder {
  return {
    async open({ operation, request }) {
      const { id, sentAt } = await db().exchange.create({ data: { paymentId, operation, request: request as Prisma.InputJsonObject }, select: { id: true, sentAt: true } })
      const sent = performance.now()
      crashPoint(`exchange.opened.${operation}`)
      return {
        async close({ response, ...result }) {
          const completedAt = new Date(sentAt.getTime() + performance.now() - sent)
          await pausePoint(`exchange.answered.${operation}`)
          await db().exchange.update({ where: { id }, data: { ...result, response: json(response), completedAt } })
        },
      }
    },
  }
}
