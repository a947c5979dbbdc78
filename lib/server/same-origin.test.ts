import { expect, it } from 'vitest'
import { requireSameOrigin } from './same-origin'

const check = (headers: Record<string, string>) => () =>
  requireSameOrigin(new Request('http://app.test/api', { headers: { host: 'app.test', ...headers } }))

it.each<Record<string, string>>([
  {},
  { origin: 'http://app.test', 'sec-fetch-site': 'same-origin' },
  { origin: 'https://app.test' },
])('lets %o through', (headers) => {
  expect(check(headers)).not.toThrow()
})

it.each<Record<string, string>>([
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { origin: 'http://app.test', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
])('refuses %o', (headers) => {
  expect(check(headers)).toThrow(expect.objectContaining({ code: 'forbidden' }))
})
