import type { Client } from '@libsql/client'
import { expect, type Page, test } from '@playwright/test'
import { hasRole, type Role } from '@/lib/shared/roles'
import { fillIn, type Ids, namesIds } from '@/lib/tooling/access-list'
import { actions } from '@/lib/tooling/access-list-actions'
import { pages } from '@/lib/tooling/access-list-pages'
import { routes } from '@/lib/tooling/access-list-routes'
import { openDatabase, plantNeighbours, secondWorkspace, sumTables, unknownIds } from './neighbours'
import { type Product, startProduct } from './product'
import {
  type Answer,
  callAction,
  expectRefused,
  type Outcome,
  readActions,
  send,
  signInCookie,
} from './requests'
import { watchPolicy } from './watch-policy'
import { giveOrders, makeWorkspace, secretName } from './workspace'

let product: Product
let database: Client
let ids: Ids
let nobodys: Ids
let before: Record<string, string>
const built = readActions()
const cookies: Record<'owner' | 'viewer' | 'stranger', string> = { owner: '', viewer: '', stranger: '' }

test.beforeAll(async () => {
  test.setTimeout(90_000)
  product = await startProduct()
  database = openDatabase(product.dataDir)
  ids = { ...(await makeWorkspace(product, database)), ...(await plantNeighbours(database)) }
  nobodys = unknownIds(ids)
  cookies.owner = await signInCookie(product.url)
  cookies.viewer = await signInCookie(product.url, 'viewer@example.com')
  cookies.stranger = await signInCookie(product.url, 'stranger@example.com')
  await giveOrders(product, cookies.stranger, database)
})
test.beforeEach(async () => {
  before = await sumTables(database)
})
test.afterAll(async () => {
  database?.close()
  await product?.stop()
})

const may = (role: Role, who: string) => who === 'public' || (who !== 'token' && hasRole(role, who as Role))

function request(key: string, known: Ids, asked: Record<string, string> = {}): Promise<Answer> {
  const [method = '', path = ''] = key.split(' ')
  const { send: address, body } = routes[key] ?? { send: path }
  const headers: Record<string, string> = { origin: product.url, ...asked }
  const filled = body === undefined ? undefined : fillIn(body, known)
  const text = filled === undefined || typeof filled === 'string' ? filled : JSON.stringify(filled)
  if (text !== undefined)
    headers['content-type'] = typeof filled === 'string' ? 'text/csv' : 'application/json'
  return send(product.url + fillIn(address, known), { method, headers, body: text })
}

function call(key: string, input: unknown, known: Ids, cookie?: string): Promise<Outcome> {
  const action = built.get(key)
  if (!action) throw new Error(`${key} is not in the build`)
  return callAction(product.url, action, input === undefined ? undefined : fillIn(input, known), { cookie })
}

/** Every input of every action that the build has: what no page uses has no public id. */
const calls = Object.entries(actions)
  .filter(([key]) => built.has(key))
  .flatMap(([key, entry]) => entry.inputs.map((input) => ({ key, entry, input })))
const brief = ({ status, text }: Answer) => `${status} ${text.slice(0, 200)}`

async function expectUnchanged(): Promise<void> {
  expect(await sumTables(database)).toEqual(before)
}

test('nobody who is not signed in reaches a page, a route or an action', async () => {
  for (const [key, { who, open, status: usual = 200 }] of Object.entries(pages)) {
    for (const address of open) {
      const { status, headers } = await send(product.url + fillIn(address, ids))
      if (who === 'public') expect(status, key).toBe(usual)
      else expect(`${status} ${headers.location}`, key).toMatch(/^307 \/sign-in/)
    }
  }
  for (const [key, { who, status = 200 }] of Object.entries(routes)) {
    const answer = await request(key, ids)
    expect(answer.status, `${key}: ${brief(answer)}`).toBe(who === 'public' ? status : 401)
  }
  for (const { key, entry, input } of calls) {
    if (entry.refused === null) continue
    const outcome = await call(key, input, ids)
    expect(outcome.error, `${key}: ${outcome.text.slice(0, 200)}`).toBe(entry.refused ?? 'notSignedIn')
  }
  await expectUnchanged()
})

test('another workspace’s owner is told the same of what is there as of what is not', async () => {
  for (const { open } of Object.values(pages)) {
    for (const address of open.filter(namesIds)) {
      const headers = { cookie: cookies.stranger }
      const [there, absent] = await Promise.all(
        [ids, nobodys].map((known) => send(product.url + fillIn(address, known), { headers })),
      )
      expect(there!.status, address).toBe(absent!.status)
      // What only the query names is left out; what the path names is not there.
      if (namesIds(address.split('?')[0])) expect(there!.status, address).toBe(404)
      expect(there!.text.includes(secretName), address).toBe(false)
    }
  }
  for (const [key, { who, send: address, body }] of Object.entries(routes)) {
    if (who === 'token' || !namesIds([address, body ?? null])) continue
    const there = await request(key, ids, { cookie: cookies.stranger })
    expect(there.status, `${key}: ${brief(there)}`).toBe(404)
    const absent = await request(key, nobodys, { cookie: cookies.stranger })
    expect(brief(absent), key).toBe(brief(there))
  }
  for (const { key, entry, input } of calls.filter((one) => namesIds(one.input))) {
    const there = await call(key, input, ids, cookies.stranger)
    const absent = await call(key, input, nobodys, cookies.stranger)
    expect(there.error, `${key}: ${there.text.slice(0, 200)}`).toBe(entry.refused ?? 'notFound')
    expect(absent.text, key).toBe(there.text)
  }
  await expectUnchanged()
})

test('another workspace’s owner sees nothing of it where no id is asked for', async () => {
  const others = await sumTables(database, secondWorkspace)
  const secrets = [ids.import!, ids.segmentation!, ids.recommender!, ids.customer!, 'Larkhollow', secretName]
  const headers = { cookie: cookies.stranger }
  const answers = [
    ...Object.values(pages)
      .flatMap(({ open }) => open)
      .filter((address) => !namesIds(address))
      .map(async (address) => [address, await send(product.url + address, { headers })] as const),
    ...Object.entries(routes)
      .filter(([key, { who, send: address, body }]) => {
        return key !== 'POST /api/uploads' && who !== 'token' && !namesIds([address, body ?? null])
      })
      .map(async ([key]) => [key, await request(key, ids, { cookie: cookies.stranger })] as const),
  ]
  for (const [where, { status, text }] of await Promise.all(answers)) {
    expect(status, where).toBeLessThan(500)
    for (const secret of secrets) expect(text.includes(secret), `${where} tells ${secret}`).toBe(false)
  }
  expect(await sumTables(database, secondWorkspace)).toEqual(others)
})

test('a viewer reaches what viewers may and is refused the rest', async () => {
  const headers = { cookie: cookies.viewer }
  for (const [key, { who, open }] of Object.entries(pages)) {
    if (who === 'public') continue
    for (const address of open) {
      const { status } = await send(product.url + fillIn(address, ids), { headers })
      if (may('viewer', who)) expect(status, key).toBe(200)
      else expect([307, 403, 404], key).toContain(status)
    }
  }
  for (const [key, { who }] of Object.entries(routes)) {
    if (who === 'public' || who === 'token') continue
    const answer = await request(key, ids, { cookie: cookies.viewer })
    // An export is there for the one who prepared it alone.
    const expected = may('viewer', who) ? [200] : [403, 404]
    expect(expected, `${key}: ${brief(answer)}`).toContain(answer.status)
  }
  for (const { key, entry, input } of calls) {
    if (may('viewer', entry.who)) continue
    const outcome = await call(key, input, ids, cookies.viewer)
    expect(outcome.error, `${key}: ${outcome.text.slice(0, 200)}`).toBe('forbidden')
  }
  await expectUnchanged()
})

test('a token asks for its own workspace’s recommendations and nothing else', async () => {
  const authorization = `Bearer ${ids.tokenText}`
  for (const [key, { who, status = 200 }] of Object.entries(routes)) {
    const answer = await request(key, ids, { authorization })
    const expected = { public: status, token: 200 }[who as string] ?? 401
    expect(answer.status, `${key}: ${brief(answer)}`).toBe(expected)
    if (who === 'token') expect((await request(key, ids, { cookie: cookies.owner })).status, key).toBe(401)
  }
  await expectUnchanged()
})

test('a column that is SQL is refused', async () => {
  const headers = { cookie: cookies.owner, origin: product.url, 'content-type': 'application/json' }
  const sql = `id"; DROP TABLE "User"; --`
  for (const body of [
    { columns: [sql], sort: 'order_id' },
    { columns: ['order_id'], sort: sql },
    { columns: ['order_id'], sort: '__proto__' },
    { columns: ['order_id'], sort: 'order_id', filters: [{ column: sql, is: 'equals', value: sql }] },
    { columns: ['order_id'], sort: 'order_id', q: sql, page: 1e9 },
    ['order_id'],
    null,
  ]) {
    const text = JSON.stringify(body)
    expectRefused(
      await send(`${product.url}/api/data/tables/orders`, { method: 'POST', headers, body: text }),
      text,
    )
  }
  const column = encodeURIComponent(sql)
  expectRefused(await send(`${product.url}/api/data/tables/orders/columns/${column}`, { headers }), 'column')
})

test('no page breaks its own content policy', async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext()
  const [name = '', value = ''] = cookies.owner.split('=')
  await context.addCookies([{ name, value, url: product.url }])
  const refused: string[] = []
  const page = await watchPolicy(await context.newPage(), refused)
  const addresses = Object.values(pages).flatMap(({ open }) => open)
  const visit = async (tab: Page) => {
    for (let address = addresses.shift(); address; address = addresses.shift())
      await tab.goto(product.url + fillIn(address, ids), { waitUntil: 'networkidle' })
  }
  const tabs = await Promise.all([1, 2, 3].map(async () => watchPolicy(await context.newPage(), refused)))
  await Promise.all([page, ...tabs].map(visit))
  // What is added later: the lock behind a dialog, the switch of colours, a message.
  await page.goto(`${product.url}${fillIn('/segments/{segmentation}', ids)}`, { waitUntil: 'networkidle' })
  await page
    .getByRole('button', { name: /^Rename / })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Our friends')
  await expect(page.locator('body')).toHaveCSS('overflow', 'hidden')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Our friends' })).toBeVisible()
  await page.getByRole('button', { name: 'Colour theme' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveClass(/dark/)
  expect(refused).toEqual([])
  // The watch itself: it must see what is refused.
  await page.evaluate(() => {
    const attack = '<img src="/x" onerror="document.title = `run`"><style>body { color: red }</style>'
    document.body.insertAdjacentHTML('beforeend', attack)
  })
  await expect.poll(() => refused.length).toBeGreaterThan(1)
  expect(await page.title()).not.toBe('run')
  await context.close()
})
