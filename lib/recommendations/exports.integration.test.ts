import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createToken, listTokens, revokeToken } from '@/lib/accounts/token-service'
import { defaultWeights } from '@/lib/recommending/weights'
import { openTestBrand, type TestBrand } from '@/lib/segments/segments.fixture'
import { testProviders } from '@/lib/tooling/test-databases'
import { getCustomerList } from './api-service'
import { recommenderExportSchema } from './export-schema'
import { downloadExport, prepareExport } from './export-service'
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

  async function download(what: string, productId: string | null = null): Promise<string[]> {
    const request = recommenderExportSchema.parse({ recommenderId, what, productId, name: 'Lists' })
    const { exportId } = await prepareExport(test.analyst, request)
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
    const request = recommenderExportSchema.parse({ recommenderId, what: 'wide', name: 'Lists' })
    const { exportId } = await prepareExport(test.analyst, request)
    await (await downloadExport(test.analyst, exportId)).text()
    await expect(downloadExport(test.analyst, exportId)).rejects.toMatchObject({ code: 'notFound' })
    expect(await test.database.export.findUniqueOrThrow({ where: { id: exportId } })).toMatchObject({
      ...{ recommenderId, rows: 2, outcome: 'completed', format: 'wide' },
    })
    expect(await test.database.auditEvent.findFirst({ where: { objectId: exportId } })).toMatchObject({
      ...{ action: 'export.download', rows: 2 },
    })
  })

  it('is for analysts of the workspace', async () => {
    const request = recommenderExportSchema.parse({ recommenderId, what: 'wide', name: 'Lists' })
    await expect(prepareExport(test.viewer, request)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prepareExport(test.stranger, request)).rejects.toMatchObject({ code: 'notFound' })
    const { exportId } = await prepareExport(test.analyst, request)
    await expect(downloadExport(test.stranger, exportId)).rejects.toMatchObject({ code: 'notFound' })
  })

  describe('for a shop with a token', () => {
    const ask = (token: string | null, customer: string, id: string | null = null) =>
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
      expect(await ask(token, 'ann')).toMatchObject({
        customerId: 'ann',
        recommender: { id: recommenderId, name: 'Lists', asOf: '2024-12-31' },
        items: [{ rank: 1, productId: 'c', title: 'Title c', strategy: 'item' }],
      })
      const [used] = await listTokens(owner)
      expect(used!.lastUsedAt).not.toBeNull()
      expect(token.startsWith(used!.hint)).toBe(true)
      const stored = JSON.stringify(await test.database.apiToken.findMany())
      expect(stored).not.toContain(token)
      await expect(ask(token, 'nobody')).rejects.toMatchObject({ code: 'notFound' })
      await expect(ask(token, 'ann', 'other')).rejects.toMatchObject({ code: 'notFound' })

      await revokeToken(owner, used!.id)
      await expect(ask(token, 'ann')).rejects.toMatchObject({ code: 'notSignedIn' })
      expect(await listTokens(owner)).toEqual([])
    })

    it('refuses others', async () => {
      await expect(ask(null, 'ann')).rejects.toMatchObject({ code: 'notSignedIn' })
      await expect(ask('personae_wrong', 'ann')).rejects.toMatchObject({ code: 'notSignedIn' })
      const { token } = await createToken(test.stranger, 'Other shop')
      await expect(ask(token, 'ann', recommenderId)).rejects.toMatchObject({ code: 'notFound' })
      await expect(createToken(test.analyst, 'No')).rejects.toMatchObject({ code: 'forbidden' })
    })
  })
})
