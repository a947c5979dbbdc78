import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createToken, listTokens, revokeToken } from '@/lib/accounts/token-service'
import { receiptHolds } from '@/lib/privacy/export-receipt'
import { type DigestUse, digestPerson, readDigestKey } from '@/lib/privacy/person-digest'
import { defaultWeights } from '@/lib/recommending/weights'
import { openTestBrand, type TestBrand } from '@/lib/segments/segments.fixture'
import { testProviders } from '@/lib/tooling/test-databases'
import { getCustomerList } from './api-service'
import { recommenderExportSchema } from './export-schema'
import { downloadExport, getExportCounts, prepareExport } from './export-service'
import * as service from './service'
import { createRecommenderSchema } from './settings-schema'

describe.each(testProviders)('lists that leave, on %s', (provider) => {
  let test: TestBrand
  let recommenderId: string

  beforeAll(async () => {
    test = await openTestBrand(provider)
    // ann has a and b, bob a, b and c; =cmd is an id that a spreadsheet would run
    await test.publish(
      'orders',
      [
        ['ann', 'a'],
        ['ann', 'b'],
        ['bob', 'a'],
        ['bob', 'b'],
        ['bob', 'c'],
        ['=cmd', 'c'],
      ].map(([customer_id = '', product_id = ''], n) => ({
        ...{ order_id: `O${n}`, customer_id, product_id, product_title: `Title ${product_id}` },
        ...{ ordered_at: `2024-0${n + 1}-01`, quantity: 1, amount: 5 },
      })),
    )
    await test.publish('customers', [
      { customer_id: 'ann', consent: true },
      { customer_id: 'bob', consent: false },
    ])
    const settings = createRecommenderSchema.parse({
      ...{
        name: 'Lists',
        asOf: '2024-12-31',
        strategy: 'item',
        weights: defaultWeights,
        rules: {},
        length: 3,
      },
    })
    recommenderId = (await service.createRecommender(test.analyst, settings)).recommenderId
    expect((await test.runJob()).error).toBeNull()
  })
  afterAll(() => test.close())

  const purpose = { kind: 'analysis', note: '' }
  const confirmed = ['smallGroup', 'withoutConsent']
  const ask = (change: object) =>
    recommenderExportSchema.parse({
      ...{ recommenderId, what: 'wide', name: 'Lists', onlyConsented: false, purpose, confirmed },
      ...change,
    })
  let exportId: string

  async function download(what: string, productId: string | null = null, change = {}): Promise<string[]> {
    exportId = (await prepareExport(test.analyst, ask({ what, productId, ...change }))).exportId
    const text = Buffer.from(await (await downloadExport(test.analyst, exportId)).arrayBuffer()).toString(
      'utf8',
    )
    expect(text.startsWith('\uFEFF')).toBe(true)
    return text.slice(1).replaceAll('"', '').split('\r\n').slice(0, -1)
  }

  it('gives every customer a list, long or wide', async () => {
    const long = await download('long')
    expect(long[0]).toBe('customer_id,rank,product_id,title,score,strategy')
    expect(long.map((line) => line.split(',').slice(0, 4).join(','))).toEqual([
      'customer_id,rank,product_id,title',
      // bob bought b nearer to c than a
      "'=cmd,1,b,Title b",
      "'=cmd,2,a,Title a",
      'ann,1,c,Title c',
    ])
    expect(await download('wide')).toEqual([
      'customer_id,product_1,product_2,product_3',
      "'=cmd,b,a,",
      'ann,c,,',
    ])
  })

  it('says what goes with a product and whom it is for', async () => {
    const products = await download('products')
    expect(products[1]).toMatch(/^a,similar,1,b,Title b,1\.000000,,,$/)
    expect((await download('audience', 'c')).map((line) => line.split(',').slice(0, 2).join())).toEqual([
      'customer_id,rank',
      'ann,1',
    ])
    expect(await download('segments')).toHaveLength(1)
  })

  it('writes down what left, and lets it leave once', async () => {
    const request = ask({})
    exportId = (await prepareExport(test.analyst, request)).exportId
    await (await downloadExport(test.analyst, exportId)).text()
    await expect(downloadExport(test.analyst, exportId)).rejects.toMatchObject({ code: 'notFound' })
    expect(await test.database.export.findUniqueOrThrow({ where: { id: exportId } })).toMatchObject({
      ...{ recommenderId, rows: 2, outcome: 'completed', format: 'wide' },
    })
    expect(await test.database.auditEvent.findFirst({ where: { objectId: exportId } })).toMatchObject({
      ...{ action: 'export.download', rows: 2 },
    })
  })

  it('leaves out who did not consent, and counts people instead of lines', async () => {
    const leftOut = { withoutConsent: 1, withoutIdentifier: 0 }
    const choice = { what: 'long', productId: null, onlyConsented: true } as const
    expect(await getExportCounts(test.analyst, recommenderId, choice)).toMatchObject({
      ...{ people: 2, exported: 1, consented: 1, leftOut },
    })
    expect((await download('long', null, { onlyConsented: true })).map((line) => line.split(',')[0])).toEqual(
      ['customer_id', 'ann'],
    )
    expect(await test.database.export.findUniqueOrThrow({ where: { id: exportId } })).toMatchObject({
      ...{ purpose: 'analysis', leftOut },
    })
    await download('long')
    expect(await test.database.auditEvent.findFirst({ where: { objectId: exportId } })).toMatchObject({
      rows: 3,
      details: {
        ...{ what: 'long', format: 'spreadsheet', people: 2, purpose: 'analysis', k: null },
        ...{ filters: { onlyConsented: false }, leftOut: { ...leftOut, withoutConsent: 0 } },
      },
    })
    const audience = await download('audience', 'c', { onlyConsented: true })
    expect(audience.map((line) => line.split(',')[0])).toEqual(['customer_id', 'ann'])
  })

  it('keeps a receipt, and the same pseudonyms as other exports', async () => {
    const person = async (use: DigestUse, id: string) =>
      digestPerson(await readDigestKey(test.dataDir, test.analyst.workspaceId, use), 'customer_id', id)
    const lines = await download('wide', null, { pseudonymised: true })
    expect(lines[0]).toMatch(/^pseudonym,product_1/)
    const pseudonyms = [await person('pseudonym', 'ann'), await person('pseudonym', '=cmd')].sort()
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(pseudonyms)
    expect(await receiptHolds(test.dataDir, exportId, await person('export', 'ann'))).toBe(true)
    expect(await receiptHolds(test.dataDir, exportId, await person('export', 'bob'))).toBe(false)
    await download('products', null, { purpose: null })
    expect(await receiptHolds(test.dataDir, exportId, await person('export', 'ann'))).toBeNull()
    expect(await test.database.auditEvent.findFirst({ where: { objectId: exportId } })).toMatchObject({
      details: { what: 'products', people: null, leftOut: null, purpose: null },
    })
  })

  it('asks for a purpose where people are in it, and twice where they are few', async () => {
    expect(() => ask({ purpose: null })).toThrow()
    expect(ask({ what: 'segments', purpose: null }).purpose).toBeNull()
    await expect(prepareExport(test.analyst, ask({ confirmed: [] }))).rejects.toMatchObject({
      code: 'exportUnconfirmed',
    })
  })

  it('is for analysts of the workspace', async () => {
    const request = ask({})
    await expect(prepareExport(test.viewer, request)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prepareExport(test.stranger, request)).rejects.toMatchObject({ code: 'notFound' })
    exportId = (await prepareExport(test.analyst, request)).exportId
    await expect(downloadExport(test.stranger, exportId)).rejects.toMatchObject({ code: 'notFound' })
  })

  describe('for a shop with a token', () => {
    const askShop = (token: string | null, customer: string, id: string | null = null) =>
      getCustomerList(
        new Request(
          'http://shop.example',
          token === null ? {} : { headers: { authorization: `Bearer ${token}` } },
        ),
        customer,
        id,
      )

    it('answers with the stored list, and marks the token as used', async () => {
      const owner = { ...test.analyst, role: 'owner' as const }
      const { token } = await createToken(owner, 'Shop')
      expect((await listTokens(owner))[0]).toMatchObject({ name: 'Shop', lastUsedAt: null })
      expect(await askShop(token, 'ann')).toMatchObject({
        customerId: 'ann',
        recommender: { id: recommenderId, name: 'Lists', asOf: '2024-12-31' },
        items: [{ rank: 1, productId: 'c', title: 'Title c', strategy: 'item' }],
      })
      const [used] = await listTokens(owner)
      expect(used!.lastUsedAt).not.toBeNull()
      expect(token.startsWith(used!.hint)).toBe(true)
      const stored = JSON.stringify(await test.database.apiToken.findMany())
      expect(stored).not.toContain(token)
      await expect(askShop(token, 'nobody')).rejects.toMatchObject({ code: 'notFound' })
      await expect(askShop(token, 'ann', 'other')).rejects.toMatchObject({ code: 'notFound' })

      await revokeToken(owner, used!.id)
      await expect(askShop(token, 'ann')).rejects.toMatchObject({ code: 'notSignedIn' })
      expect(await listTokens(owner)).toEqual([])
    })

    it('refuses others', async () => {
      await expect(askShop(null, 'ann')).rejects.toMatchObject({ code: 'notSignedIn' })
      await expect(askShop('personae_wrong', 'ann')).rejects.toMatchObject({ code: 'notSignedIn' })
      const { token } = await createToken(test.stranger, 'Other shop')
      await expect(askShop(token, 'ann', recommenderId)).rejects.toMatchObject({ code: 'notFound' })
      await expect(createToken(test.analyst, 'No')).rejects.toMatchObject({ code: 'forbidden' })
    })
  })
})
