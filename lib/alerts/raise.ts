// Once per cause: an open alert keeps its cause from raising another, whichever of many instances sees it.
import { db, inTransaction, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { enqueue } from '@/lib/outbox/commands'
import { failingGateways, newlyLow, untoldAttention, type Cause } from './causes'
import { isAnybodyTold, readAlertSettings, type AlertSettings } from './settings'

/** A gateway that comes and goes is one failure until it has been well for so long. */
const calmMinutes = 10

/** Looks for causes and writes down whom to tell. Returns how many alerts were raised; none where nobody is to be told. */
export async function raiseAlerts({
  settings: given,
  stock = true,
  gateways,
}: { settings?: AlertSettings; stock?: boolean; gateways?: readonly string[] } = {}): Promise<number> {
  if (!isAnybodyTold(given ?? env().alerts)) return 0
  const settings = given ?? (await readAlertSettings())
  await endWhatIsOver(settings)
  const found = await Promise.all([untoldAttention(), failingGateways(gateways), stock ? newlyLow(settings) : []])
  const causes = found.flat()
  return causes.length ? inTransaction((tx) => raise(tx, causes, settings)) : 0
}

/** An alert about nothing, for a person who wants to see one arrive. False where nobody is to be told. */
export async function raiseTestAlert(given?: AlertSettings): Promise<boolean> {
  const settings = given ?? (await readAlertSettings())
  if (!isAnybodyTold(settings)) return false
  return (await inTransaction((tx) => raise(tx, [{ subject: newId(), detail: { kind: 'test' } }], settings))) === 1
}

async function raise(tx: Tx, causes: readonly Cause[], { mail, webhook, locale }: AlertSettings): Promise<number> {
  const ids: bigint[] = []
  for (const { subject, detail } of causes) {
    const { kind, ...rest } = detail
    // An alert that is open was seen again; xmax tells a new row from that.
    const [row] = await tx.$queryRaw<{ id: bigint; fresh: boolean }[]>`
      INSERT INTO alert (kind, subject, detail, over_at) VALUES (${kind}, ${subject}, ${JSON.stringify(rest)}::jsonb, CASE WHEN ${kind} = 'test' THEN clock_timestamp() END)
      ON CONFLICT (kind, subject) WHERE over_at IS NULL DO UPDATE SET seen_at = clock_timestamp() RETURNING id, xmax = 0 AS fresh`
    if (row?.fresh) ids.push(row.id)
  }
  if (!ids.length) return 0
  if (mail) await enqueue(tx, { causeKey: `alert:${ids[0]}`, kind: 'mail.alert', payload: { to: mail, alerts: ids.map(String), locale } })
  if (webhook) await tx.webhookDelivery.createMany({ data: ids.map((alertId) => ({ alertId })) })
  return ids.length
}

async function endWhatIsOver({ lowStockAt }: AlertSettings): Promise<void> {
  await db().$executeRaw`
    UPDATE alert t SET over_at = clock_timestamp() WHERE over_at IS NULL AND CASE kind
      WHEN 'attention' THEN NOT EXISTS (SELECT 1 FROM attention a WHERE a.id = t.subject::bigint AND a.cleared_at IS NULL)
      WHEN 'low_stock' THEN NOT EXISTS (SELECT 1 FROM variant v WHERE v.id = t.subject::bigint AND v.on_hand - v.held <= ${lowStockAt})
      WHEN 'gateway_failing' THEN seen_at < clock_timestamp() - ${calmMinutes} * interval '1 minute'
      ELSE true END`
}
