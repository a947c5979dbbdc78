import type { Client } from '@libsql/client'
import { expect, test } from '@playwright/test'
import { openDatabase, sumTables } from './neighbours'
import { type Product, startProduct } from './product'
import { type Action, callAction, expectRefused, expectSilent, readActions, send } from './requests'
import { owner } from './steps'
import { firstOwner, setUpByCall } from './workspace'

let product: Product
let database: Client
let cookie: string

test.beforeAll(async () => {
  product = await startProduct()
  database = openDatabase(product.dataDir)
  cookie = await setUpByCall(product)
})
test.afterAll(async () => {
  database?.close()
  await product?.stop()
})

test('every answer carries the strict headers', async () => {
  const addresses = ['/', '/sign-in', '/nowhere', '/api/nowhere', '/icon.svg', '/api/data/overview']
  const nonces = new Set<string>()
  for (const address of [...addresses, ...addresses]) {
    const { headers } = await send(product.url + address)
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    const policy = String(headers['content-security-policy'])
    expect(policy, address).toMatch(/(^|; )default-src '(self|none)'/)
    for (const part of ["base-uri 'none'", "frame-ancestors 'none'"]) expect(policy, address).toContain(part)
    expect(policy, address).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers['strict-transport-security'], address).toBeUndefined()
    expect(headers['x-powered-by'], address).toBeUndefined()
    const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? []
    if (nonce) nonces.add(nonce)
  }
  expect(nonces.size).toBeGreaterThanOrEqual(6)
  const secure = await send(`${product.url}/sign-in`, { headers: { 'x-forwarded-proto': 'https' } })
  expect(secure.headers['strict-transport-security']).toMatch(/^max-age=31536000/)
})

test('connections stay open for longer than proxies keep them', async () => {
  const { headers } = await send(`${product.url}/sign-in`, { headers: { connection: 'keep-alive' } })
  expect(headers['keep-alive']).toBe('timeout=125')
})

test('session cookies are out of reach of scripts and other sites', async () => {
  for (const scheme of ['http', 'https']) {
    const { headers } = await send(`${product.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-proto': scheme,
        origin: product.url.replace('http', scheme),
      },
      body: JSON.stringify({ email: owner.email, password: owner.password }),
    })
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(/; Secure/i.test(cookie) && cookie.startsWith('__Secure-')).toBe(scheme === 'https')
  }
})

test.describe('addresses', () => {
  const sql = `id"; DROP TABLE "User"; --`
  const queries = [
    `sort=${encodeURIComponent(sql)}&direction=asc`,
    'sort[]=a&sort[]=b&q[]=x&page[]=1',
    'page=-1&size=1e99',
    'q=%00%EF%BF%BF&filters=%7B%22__proto__%22%3A1%7D',
    'q=%',
    `q=${'x'.repeat(10_000)}`,
    'next=//evil.test&kind[]=x&kind=__proto__',
  ]
  const paths = [
    ...['/', '/data', '/data/tables/orders', '/segments', '/segments/compare', '/segments/overlap'],
    ...['/exports', '/sign-in', '/segments/rules/new', '/recommendations'],
  ]

  test('with SQL, lists and control characters break no page', async () => {
    for (const path of paths) {
      for (const query of queries) {
        const { status, text } = await send(`${product.url}${path}?${query}`, { headers: { cookie } })
        expect(status, `${path}?${query.slice(0, 60)}`).toBeLessThan(500)
        expectSilent(text.replace(/<script.*?<\/script>/gs, ''), path)
      }
    }
    expect((await database.execute('SELECT count(*) AS n FROM "User"')).rows[0]?.n).toBe(1)
  })

  test('of a hundred kilobytes are refused', async () => {
    expectRefused(
      await send(`${product.url}/data?q=${'x'.repeat(100_000)}`, { headers: { cookie } }),
      '100 kB',
    )
  })

  test('that climb out of their folder find nothing', async () => {
    for (const path of [
      '/..%2f..%2fpersonae.db',
      '/sample/..%2f..%2fpackage.json',
      '/_next/static/..%2f..%2fBUILD_ID',
    ]) {
      expectRefused(await send(product.url + path), path)
    }
  })

  test('lead nowhere else after sign-in', async () => {
    for (const next of [
      '//evil.test',
      'https://evil.test',
      '/\\evil.test',
      '/%09/evil.test',
      'javascript:alert(1)',
    ]) {
      const { status, headers } = await send(`${product.url}/sign-in?next=${encodeURIComponent(next)}`, {
        headers: { cookie },
      })
      expect(status, next).toBe(307)
      expect(new URL(String(headers.location), product.url).host, next).toBe(new URL(product.url).host)
    }
  })
})

test.describe('protected pages', () => {
  const asked: Record<string, Record<string, string>> = {
    'x-middleware-subrequest': {
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    },
    'x-middleware-subrequest of a src folder': {
      'x-middleware-subrequest': 'src/proxy:src/middleware:middleware',
    },
    'a router’s own headers': { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' },
    'a prefetch': { rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' },
    'a prefetch of a segment': {
      rsc: '1',
      'next-router-prefetch': '1',
      'next-router-segment-prefetch': '/_tree',
    },
    'a state tree that is none': { rsc: '1', 'next-router-state-tree': '[{{' },
    'a forged path': { 'x-path': '//evil.test', 'x-passed': 'x' },
    'a forged session': { cookie: 'personae.session_token=forged.c2lnbmF0dXJl' },
  }
  for (const [what, headers] of Object.entries(asked)) {
    test(`tell a stranger nothing when asked with ${what}`, async () => {
      for (const path of ['/', '/settings', '/data?_rsc=abc', '/segments?_rsc=1']) {
        const { status, text, headers: sent } = await send(product.url + path, { headers })
        expect(status, path).toBeLessThan(500)
        expect(text, path).not.toContain('Larkhollow')
        expect(text, path).not.toContain(owner.email)
        expect(String(sent.location ?? ''), path).not.toContain('evil.test')
      }
    })
  }
})

test.describe('sign-in and set-up', () => {
  test('set-up is closed after set-up', async () => {
    const before = await sumTables(database)
    const again = { ...firstOwner, email: 'eve@evil.test' }
    const setUp = readActions().get('lib/accounts/actions.ts setUp') as Action
    const outcomes = await Promise.all([1, 2, 3].map(() => callAction(product.url, setUp, again)))
    expect(outcomes.map(({ error }) => error)).toEqual(Array(3).fill('alreadySetUp'))
    expect((await send(`${product.url}/setup`)).status).toBe(404)
    expect(await sumTables(database)).toEqual(before)
  })

  test('guessing passwords is slow, from however many addresses', async () => {
    const guess = (n: number) =>
      send(`${product.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `203.0.113.${n}`,
          'x-real-ip': `203.0.113.${n}`,
          origin: product.url,
        },
        body: JSON.stringify({ email: owner.email, password: `wrong-password-${n}` }),
      })
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => guess(n)))
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(3)
    for (const answer of answers) expectRefused(answer, 'guess')
  })

  test('nonsense instead of credentials is refused', async () => {
    for (const body of ['', '[]', '{"email":{"$ne":1},"password":[]}', '{"__proto__":{"email":"a"}}', '{{']) {
      const headers = { 'content-type': 'application/json', origin: product.url }
      const answer = await send(`${product.url}/api/auth/sign-in/email`, { method: 'POST', headers, body })
      expectRefused(answer, body)
    }
  })
})
