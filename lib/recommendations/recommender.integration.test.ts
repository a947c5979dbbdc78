import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultWeights } from '@/lib/recommending/weights'
import { openTestBrand, type TestBrand } from '@/lib/segments/segments.fixture'
import { createSegmentation, getSegmentation } from '@/lib/segments/service'
import { createSegmentationSchema } from '@/lib/segments/settings-schema'
import { testProviders } from '@/lib/tooling/test-databases'
import type { RecommenderView } from './schema'
import * as service from './service'
import { type CreateRecommender, createRecommenderSchema } from './settings-schema'

const basic: CreateRecommender = {
  name: 'Spring',
  asOf: '2024-12-31',
  strategy: 'auto',
  weights: defaultWeights,
  rules: {},
}

/**
 * 200 customers of two tastes: the even ones buy tea (T0 … T9), the odd ones candles (C0 … C9), four products each over the
 * year; everybody buys the bag B. K000 sends T0 back. N1 never bought; P-new was never sold.
 */
async function publishTastes(test: TestBrand): Promise<void> {
  await test.publishSelect(
    'orders',
    ['order_id', 'customer_id', 'ordered_at', 'product_id', 'product_title', 'quantity', 'amount'],
    `SELECT concat('O', n, '-', step) AS order_id, 'K' || lpad(n::VARCHAR, 3, '0') AS customer_id,
            DATE '2024-01-01' + to_days(CAST(step * 80 + n % 80 AS INTEGER)) + INTERVAL 12 HOUR AS ordered_at,
            unnest(CASE WHEN step = 1 THEN ['B', taste || (n // 2 + step) % 10] ELSE [taste || (n // 2 + step) % 10] END) AS product_id,
            NULL AS product_title, 1 AS quantity, 10 AS amount
     FROM (SELECT n, CASE WHEN n % 2 = 0 THEN 'T' ELSE 'C' END AS taste FROM range(200) numbers(n)),
          LATERAL (SELECT unnest(range(4)) AS step)
     UNION ALL SELECT 'R1', 'K000', TIMESTAMP '2024-06-01 10:00', 'T0', NULL, -1, -10`,
  )
  await test.publish('customers', [
    { customer_id: 'N1', first_name: 'Nora', last_name: 'New', email: 'nora@example.com' },
    { customer_id: 'K000', first_name: 'Kai', last_name: 'Zero' },
  ])
  await test.publishSelect(
    'products',
    ['product_id', 'title', 'category', 'price', 'stock', 'tags'],
    `SELECT taste || n AS product_id, CASE taste WHEN 'T' THEN 'Green tea ' ELSE 'Warm candle ' END || n AS title,
            CASE taste WHEN 'T' THEN 'Tea' ELSE 'Home' END AS category, 5 + n AS price,
            CASE WHEN taste = 'T' AND n = 9 THEN 0 ELSE 10 END AS stock, NULL AS tags
     FROM range(10) numbers(n), (VALUES ('T'), ('C')) tastes(taste)
     UNION ALL SELECT 'P-new', 'Black tea', 'Tea', 7, 5, NULL`,
  )
}

describe.each(testProviders)('recommenders on %s', (provider) => {
  let test: TestBrand
  let view: RecommenderView

  async function train(settings: Partial<CreateRecommender> = {}): Promise<RecommenderView> {
    const { recommenderId } = await service.createRecommender(
      test.analyst,
      createRecommenderSchema.parse({ ...basic, ...settings }),
    )
    const { error } = await test.runJob()
    if (error) throw new Error(`The job failed: ${error.code}`)
    const found = await service.getRecommender(test.analyst, recommenderId)
    if (found.state !== 'completed') throw new Error(`The recommender is ${found.state}`)
    return found
  }

  beforeAll(async () => {
    test = await openTestBrand(provider)
    await publishTastes(test)
    view = await train()
  })
  afterAll(() => test.close())

  it('knows the data, splits it by time and beats best-sellers', () => {
    const { result } = view
    // 200 customers of orders and N1; 20 products, the bag and the new one
    expect(result).toMatchObject({ customers: 201, products: 22, enough: true })
    // 200 × (4 + the bag) less the return
    expect(result.interactions).toBe(999)
    expect(result.split.train + result.split.validation + result.split.test).toBe(1001)
    expect(result.split.validationFrom < result.split.testFrom).toBe(true)
    expect(result.kinds).toEqual([{ kind: 'purchase', count: 1001 }])
    expect(result.strategies.map(({ strategy }) => strategy)).toContain('content')
    expect(result.skipped).toEqual([{ strategy: 'segment', reason: 'noSegmentation' }])
    expect(view.gain!.low).toBeGreaterThan(0)
  })

  it('shows each taste its own, with reasons, and nothing the customer has', async () => {
    const preview = await service.getPreview(test.analyst, view.id, 'K002', null)
    expect(preview.lists[0]).toMatchObject({ chosen: true })
    const bought = new Set(preview.history.items.map(({ product }) => product.id))
    expect(bought.size).toBe(5)
    for (const { strategy, items } of preview.lists) {
      expect(items.length).toBeGreaterThan(0)
      for (const { product } of items) expect(bought).not.toContain(product.id)
      if (['item', 'ease', 'user', 'content'].includes(strategy)) {
        expect(items.slice(0, 3).every(({ product }) => product.category === 'Tea')).toBe(true)
      }
    }
    const items = preview.lists.find(({ strategy }) => strategy === 'item')!.items
    const [first] = items
    if (first?.reason.kind !== 'because') throw new Error('there is no reason')
    expect(first.reason.products.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9)
    expect(first.reason.products.every(({ product }) => bought.has(product.id))).toBe(true)
    const category = preview.lists.find(({ strategy }) => strategy === 'category')!.items
    expect(category[0]).toMatchObject({ reason: { kind: 'popularInCategory', category: 'Tea' } })
    const content = preview.lists.find(({ strategy }) => strategy === 'content')!.items
    expect(content.find(({ product }) => product.id === 'P-new')?.reason).toMatchObject({
      kind: 'similar',
      words: expect.arrayContaining(['tea']),
    })
  })

  it('offers what was sent back again', async () => {
    const preview = await service.getPreview(test.analyst, view.id, 'K000', null)
    expect(preview.name).toBe('Kai Zero')
    const shown = preview.lists.find(({ strategy }) => strategy === 'item')!.items
    expect(shown.map(({ product }) => product.id)).toContain('T0')
  })

  it('serves best-sellers to a customer without history', async () => {
    const { history, lists } = await service.getPreview(test.analyst, view.id, 'N1', null)
    expect(history).toEqual({ total: 0, items: [] })
    const [first] = lists[0]!.items
    expect(first).toMatchObject({ product: { id: 'B' }, reason: { kind: 'popular' } })
  })

  it('changes the lists at once with the rules', async () => {
    const rules = { ...view.settings.rules, inStock: true, barredCategories: ['Home'], perCategory: 2 }
    const { lists } = await service.getPreview(test.analyst, view.id, 'K002', rules)
    for (const { items } of lists) {
      expect(items.every(({ product }) => product.id !== 'T9' && product.category !== 'Home')).toBe(true)
      expect(items.filter(({ product }) => product.category === 'Tea').length).toBeLessThanOrEqual(2)
    }
  })

  it('knows what goes with a product, and whom it is for', async () => {
    const product = await service.getProduct(test.analyst, view.id, 'T1')
    expect(product.similar.slice(0, 2).every(({ product: other }) => other.category === 'Tea')).toBe(true)
    const similar = new Set(product.similar.map(({ product: other }) => other.id))
    expect(product.links.length).toBeGreaterThan(0)
    expect(product.links.every(({ from, to }) => from < to && similar.has(from) && similar.has(to))).toBe(
      true,
    )
    // a quarter of its orders hold the bag, as of all orders: no more than chance
    expect(product.together).toEqual([])
    expect(product.listed.customers).toBeGreaterThan(0)
    expect((await service.getProduct(test.analyst, view.id, 'P-new')).similar).toEqual([])
    const found = await service.findProducts(test.analyst, view.id, 'black')
    expect(found.products.map(({ id }) => id)).toEqual(['P-new'])
    expect((await service.findProducts(test.analyst, view.id, 'te')).categories).toEqual(['Tea'])
  })

  it('saves whom a product is for as a segment, all of them or the likeliest', async () => {
    const { listed } = await service.getProduct(test.analyst, view.id, 'T3')
    const audience = {
      kind: 'audience',
      name: 'Tea lovers',
      asOf: view.asOf,
      productId: 'T3',
      product: 'Green tea 3',
    }
    async function save(most: number | null, recommenderId = view.id) {
      const settings = createSegmentationSchema.parse({ ...audience, most, recommenderId })
      const { segmentationId } = await createSegmentation(test.analyst, settings)
      const { error } = await test.runJob()
      return { error, view: await getSegmentation(test.analyst, segmentationId) }
    }
    const { view: all } = await save(null)
    expect(all).toMatchObject({ kind: 'audience', state: 'completed', customers: listed.customers })
    const { view: few } = await save(7)
    expect(few).toMatchObject({ customers: 7, segments: [{ name: 'Tea lovers', size: 7 }] })
    expect((await save(null, 'gone')).error?.code).toBe('recommenderGone')
  })

  it('finds customers by name for analysts, by id alone for viewers', async () => {
    const names = async (member: typeof test.analyst, text: string) =>
      (await service.findCustomers(member, view.id, text)).map(({ id, name }) => [id, name])
    expect(await names(test.analyst, 'nora')).toEqual([['N1', 'Nora New']])
    expect(await names(test.viewer, 'nora')).toEqual([])
    expect(await names(test.viewer, 'K000')).toEqual([['K000', null]])
    expect((await service.getPreview(test.viewer, view.id, 'K000', null)).name).toBeNull()
  })

  it('is for the own workspace, and training for analysts', async () => {
    const notFound = { code: 'notFound' }
    await expect(service.getRecommender(test.stranger, view.id)).rejects.toMatchObject(notFound)
    await expect(service.getPreview(test.stranger, view.id, 'K000', null)).rejects.toMatchObject(notFound)
    await expect(service.getProduct(test.stranger, view.id, 'T1')).rejects.toMatchObject(notFound)
    await expect(service.deleteRecommender(test.stranger, view.id)).rejects.toMatchObject(notFound)
    await expect(service.getPreview(test.analyst, view.id, 'nobody', null)).rejects.toMatchObject(notFound)
    const settings = createRecommenderSchema.parse(basic)
    await expect(service.createRecommender(test.viewer, settings)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await service.listRecommenders(test.stranger)).toEqual([])
  })

  it('tells popularity by segment when a segmentation is given', async () => {
    const segmentation = await test.segment({ features: ['recency', 'frequency', 'monetary'], k: 2 })
    const trained = await train({ segmentationId: segmentation.id, strategy: 'segment', name: 'By segment' })
    expect(trained.result.segments.map(({ id }) => id)).toEqual(segmentation.segments.map(({ id }) => id))
    expect(trained.result.chosen).toBe('segment')
    const [first] = segmentation.segments
    const lists = await service.getSegmentLists(test.analyst, trained.id, first!.id)
    expect(lists.people).toBe(first!.size)
    expect(lists.products[0]!.shown).toBeGreaterThan(0)
    await expect(
      service.createRecommender(
        test.stranger,
        createRecommenderSchema.parse({ ...basic, segmentationId: segmentation.id }),
      ),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('compares a training with the one before, and leaves nothing behind when deleted', async () => {
    const again = await train()
    expect(again.previous?.id).toBe(view.id)
    expect(again.result).toEqual(view.result)
    const files = async () => (await readdir(join(test.dataDir, 'warehouse'))).length
    const before = await files()
    await service.deleteRecommender(test.analyst, again.id)
    expect(await files()).toBe(before - 3)
  })

  it('says when there is nothing to learn from', async () => {
    await service.createRecommender(
      test.analyst,
      createRecommenderSchema.parse({ ...basic, asOf: '2020-01-01' }),
    )
    expect((await test.runJob()).error).toMatchObject({ code: 'noInteractions' })
  })
})
