import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/server/env'
import { forgetSetupToken, getSetupToken } from './setup-token'

describe('getSetupToken', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personae-token-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const env = (HOST: string) => readEnv({ NODE_ENV: 'test', DATA_DIR: folder, HOST })

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('asks for none on %s', async (host) => {
    expect(await getSetupToken(env(host))).toBeNull()
  })

  it.each(['0.0.0.0', '::', '192.168.1.7', '127.0.0.1.evil.test'])('asks for one on %s', async (host) => {
    const token = await getSetupToken(env(host))
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await getSetupToken(env(host))).toBe(token)
  })

  it('is of no use a second time', async () => {
    const token = await getSetupToken(env('0.0.0.0'))
    await forgetSetupToken(env('0.0.0.0'))
    expect(await getSetupToken(env('0.0.0.0'))).not.toBe(token)
  })
})
