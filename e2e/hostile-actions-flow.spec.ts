import type { Client } from '@libsql/client'
import { expect, test } from '@playwright/test'
import { openDatabase } from './neighbours'
import { type Product, startProduct } from './product'
import { type Action, callAction, expectRefused, readActions, send } from './requests'
import { place, setUpByCall } from './workspace'

let product: Product
let database: Client
let cookie: string
const renaming = readActions().get('lib/accounts/actions.ts saveWorkspace') as Action
const renamed = { name: 'Renamed', ...place }

test.beforeAll(async () => {
  product = await startProduct()
  database = openDatabase(product.dataDir)
  cookie = await setUpByCall(product)
})
test.afterAll(async () => {
  database?.close()
  await product?.stop()
})

const workspaceName = async () =>
  String((await database.execute('SELECT name FROM "Workspace"')).rows[0]?.name)

const forged: Record<string, () => Record<string, string>> = {
  'Origin: null': () => ({ origin: 'null' }),
  'a foreign Origin': () => ({ origin: 'https://evil.test' }),
  'an Origin on another port': () => ({ origin: 'http://localhost:1' }),
  'a foreign Host': () => ({ host: 'evil.test' }),
  'a foreign Origin that X-Forwarded-Host agrees with': () => ({
    origin: 'https://evil.test',
    'x-forwarded-host': 'evil.test',
  }),
  'a foreign Origin that calls itself forwarded': () => ({
    origin: 'https://evil.test',
    'x-forwarded-host': 'evil.test',
    'x-action-forwarded': '1',
    'x-passed': '00000000-0000-0000-0000-000000000000',
  }),
  'Sec-Fetch-Site: cross-site': () => ({ 'sec-fetch-site': 'cross-site' }),
  'a form’s content type': () => ({ 'content-type': 'application/x-www-form-urlencoded' }),
  'a multipart content type': () => ({ 'content-type': 'multipart/form-data; boundary=x' }),
  'an unknown action': () => ({ 'next-action': '40'.padEnd(42, '0') }),
  'an action that is no id': () => ({ 'next-action': '../../etc/passwd' }),
  'an action named __proto__': () => ({ 'next-action': '__proto__' }),
}
for (const [what, headers] of Object.entries(forged)) {
  test(`actions are refused with ${what}`, async () => {
    const outcome = await callAction(product.url, renaming, renamed, { cookie, headers: headers() })
    expectRefused(outcome, what)
    expect(await workspaceName()).toBe('Larkhollow')
  })
}

const bodies: Record<string, string> = {
  'no body': '',
  'no JSON': '{[',
  'no list': '{"0":{}}',
  'a reference to a function': '["$F1"]',
  'a reference to a prototype': '["$1:__proto__:then"]',
  'a value that can be awaited': '[{"then":"$0:0:then","status":"resolved_model"}]',
  'a stream': '["$R1"]',
  'five megabytes': JSON.stringify([{ ...renamed, name: 'x'.repeat(5_000_000) }]),
  'a hundred thousand levels': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
}
for (const [what, body] of Object.entries(bodies)) {
  test(`actions are refused with ${what}`, async () => {
    expectRefused(await callAction(product.url, renaming, null, { cookie, body }), what)
    expect(await workspaceName()).toBe('Larkhollow')
  })
}

test('actions are refused with five megabytes of unknown length', async () => {
  const headers = { 'next-action': renaming.id, 'content-type': 'text/plain', origin: product.url, cookie }
  const body = JSON.stringify([{ ...renamed, name: 'x'.repeat(5_000_000) }])
  const answer = await send(product.url + renaming.page, { method: 'POST', headers, body, chunked: true })
  expectRefused(answer, 'chunked')
})

test('actions take no value for a prototype', async () => {
  const body = '[{"__proto__":{"role":"owner"},"constructor":{"prototype":{"polluted":true}},"name":""}]'
  const outcome = await callAction(product.url, renaming, null, { cookie, body })
  expect(outcome.error).toBe('invalidInput')
  const wide = `[${JSON.stringify({ ...renamed, name: 'Larkhollow' }).replace('{', '{"__proto__":{"polluted":1},')}]`
  expect((await callAction(product.url, renaming, null, { cookie, body: wide })).status).toBeLessThan(500)
  const { text } = await send(`${product.url}/api/data/overview`, { headers: { cookie } })
  expect(text).not.toContain('polluted')
})

test('actions are the only thing that pages take', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expectRefused(await send(`${product.url}/settings`, { method, headers: { cookie }, body: 'x=1' }), method)
  }
})

test('actions go on working when they are asked for properly', async () => {
  const outcome = await callAction(product.url, renaming, { ...renamed, name: 'Larkhollow 2' }, { cookie })
  expect(outcome.ok).toBe(true)
  expect(await workspaceName()).toBe('Larkhollow 2')
})

test('actions are handed to the page that has them', async () => {
  const elsewhere = { ...renaming, page: '/data' }
  const outcome = await callAction(product.url, elsewhere, { ...renamed, name: 'Larkhollow 3' }, { cookie })
  expect(outcome.ok, outcome.text.slice(0, 300)).toBe(true)
  expect(await workspaceName()).toBe('Larkhollow 3')
})
