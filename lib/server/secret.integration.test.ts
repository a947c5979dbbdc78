import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepSecret } from './secret'

it('makes one secret that only its owner may read, however many ask at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'personae-secret-'))
  const secrets = await Promise.all(Array.from({ length: 20 }, () => keepSecret(folder, 'secret')))
  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]).toMatch(/^[\w-]{43}$/)
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(secrets[0])
  await rm(folder, { recursive: true })
})
