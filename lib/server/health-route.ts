import 'server-only'
import { getDatabase } from './database'
import { readEnv } from './env'
import { checkHealth, type Health } from './health'
import { isOperator } from './operator'
import { getWarehouse } from './warehouse'

const freshMilliseconds = 1000
const headers = { 'Cache-Control': 'no-store' }
let latest: { at: number; health: Promise<Health> } | undefined

/** 200, or 503 when no page can be served. Strangers learn the status alone; those who run the server learn why. */
export async function answerHealth(request: Request): Promise<Response> {
  const { dataDir, metricsToken } = readEnv()
  const now = Date.now()
  if (!latest || now - latest.at >= freshMilliseconds) {
    const sources = { database: getDatabase, warehouse: getWarehouse, dataDir }
    latest = { at: now, health: checkHealth(sources, new Date(now)) }
  }
  const health = await latest.health
  const { status } = health
  const answer = isOperator(request, metricsToken) ? health : { status: status === 'down' ? 'down' : 'up' }
  return Response.json(answer, { status: status === 'down' ? 503 : 200, headers })
}
