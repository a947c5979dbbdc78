import 'server-only'
import { getDatabase } from './database'
import { readEnv } from './env'
import { logUnexpected } from './log'
import { getMetrics } from './metrics'
import { collectState } from './metrics-state'
import { isOperator } from './operator'

let since = new Date()
let collecting: Promise<string> | undefined

async function collect(dataDir: string): Promise<string> {
  const metrics = getMetrics()
  try {
    since = await collectState(await getDatabase(), dataDir, metrics, { since, now: new Date() })
    metrics.databaseUp.set(1)
  } catch (error) {
    // The figures of the process are needed most when something is down.
    logUnexpected(error)
    metrics.databaseUp.set(0)
  }
  return metrics.registry.metrics()
}

/** The figures in Prometheus's text format, for those who run the server; for anybody else there is nothing here. */
export async function answerMetrics(request: Request): Promise<Response> {
  const { dataDir, metricsToken } = readEnv()
  if (!isOperator(request, metricsToken)) return new Response(null, { status: 404 })
  collecting ??= collect(dataDir).finally(() => {
    collecting = undefined
  })
  const headers = { 'Content-Type': getMetrics().registry.contentType, 'Cache-Control': 'no-store' }
  return new Response(await collecting, { headers })
}
