import { db } from '@/lib/db'
import { latestMigration } from '@/lib/env'
import { log } from '@/lib/log'

type Condition = 'ok' | 'unreachable' | 'not_migrated'

/** Whether the database answers and has every migration this build was made with. */
async function databaseCondition(): Promise<Condition> {
  try {
    const applied = await db().$queryRaw<unknown[]>`
      SELECT 1 FROM _prisma_migrations WHERE migration_name = ${latestMigration} AND finished_at IS NOT NULL`
    return applied.length ? 'ok' : 'not_migrated'
  } catch (err) {
    log.warn({ err }, 'health: the database did not answer')
    return 'unreachable'
  }
}

/** For load balancers and the start script: 200 when the shop can serve, else 503, within two seconds either way. */
export async function GET(): Promise<Response> {
  const late = new Promise<Condition>((resolve) => setTimeout(resolve, 1500, 'unreachable').unref())
  const database = await Promise.race([databaseCondition(), late])
  const healthy = database === 'ok'
  return Response.json(
    { status: healthy ? 'ok' : 'unavailable', database },
    { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
