import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './passwords'

it('keeps passwords as argon2id with 19 MiB, two passes and one lane', async () => {
  const hash = await hashPassword('correct horse battery')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, 'correct horse battery')).toBe(true)
  expect(await verifyPassword(hash, 'correct horse batterz')).toBe(false)
})
