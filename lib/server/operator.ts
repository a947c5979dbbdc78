import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether a request carries the token of those who run the server (METRICS_TOKEN); never where none is set. */
export function isOperator({ headers }: Request, metricsToken: string | null): boolean {
  const sent = /^Bearer (\S{1,500})$/.exec(headers.get('authorization') ?? '')?.[1]
  return metricsToken !== null && sent !== undefined && timingSafeEqual(digest(sent), digest(metricsToken))
}
