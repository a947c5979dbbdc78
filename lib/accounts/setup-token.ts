import 'server-only'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnv } from '@/lib/server/env'
import { keepSecret } from '@/lib/server/secret'

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/
const fileName = 'setup-token'

/** What the first set-up must name when others than this machine can reach the server; null when they cannot. */
export async function getSetupToken(env = readEnv()): Promise<string | null> {
  return loopback.test(env.host) ? null : keepSecret(env.dataDir, fileName)
}

export async function forgetSetupToken(env = readEnv()): Promise<void> {
  await rm(join(env.dataDir, fileName), { force: true })
}
