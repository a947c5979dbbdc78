import 'server-only'
import { getDatabase } from './database'

const shared = globalThis as { personaeInstalled?: boolean }

/** Whether the first owner exists. Once true it stays true. */
export async function isInstalled(): Promise<boolean> {
  shared.personaeInstalled ||= (await (await getDatabase()).installation.count()) > 0
  return shared.personaeInstalled
}
