import 'server-only'
import { isInstalled } from '@/lib/server/installation'
import { getSetupToken } from './setup-token'

/** Tells whoever started the server the one-time token of the first set-up, when one is needed. */
export async function announceSetup(): Promise<void> {
  if (await isInstalled()) return
  const token = await getSetupToken()
  if (token)
    console.log(`\nOther computers can reach this server. One-time token for its first set-up: ${token}\n`)
}
