import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

const read = (env: Record<string, string>) => readEnv({ NODE_ENV: 'test', ...env })

describe('readEnv', () => {
  it('serves this machine only, with an embedded database under the data folder', () => {
    const env = read({})
    expect(env).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      provider: 'sqlite',
      worker: true,
      jobNiceness: 19,
    })
    expect(isAbsolute(env.dataDir)).toBe(true)
    expect(env.databaseUrl).toBe(`file:${env.dataDir}/personae.db`)
  })

  it('takes PostgreSQL from the URL', () => {
    expect(read({ DATABASE_URL: 'postgres://db/app' }).provider).toBe('postgresql')
    expect(read({ DATABASE_URL: 'postgresql://db/app' }).provider).toBe('postgresql')
  })

  it('names the setting that is wrong', () => {
    expect(() => read({ PORT: '70000' })).toThrow(/PORT/)
    expect(() => read({ JOB_NICENESS: '-5' })).toThrow(/JOB_NICENESS/)
    expect(() => read({ DATABASE_URL: 'mysql://db' })).toThrow(/DATABASE_URL must start with/)
  })
})
