import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from './product'
import { createSegments, expectUsable, loadSampleBrand, setUp, visit } from './steps'

test.describe.configure({ mode: 'serial' })

/** The most active customer of the sample brand stands first in an empty search. */
const firstHit = () => page.getByRole('button', { name: /purchases/ }).first()
/** What the strategy in use shows. */
const firstList = () =>
  page
    .locator('section', { has: page.getByText('In use') })
    .last()
    .getByRole('listitem')
const titles = async () =>
  (await firstList().locator('span.font-medium').allTextContents()).map((text) => text.trim())

let product: Product
let page: Page
let recommender: string
let customer: string

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await (await browser.newContext()).newPage()
  await setUp(page, product.url)
  await loadSampleBrand(page)
  await createSegments(page, product.url, 'Everyone')
})
test.afterAll(async () => {
  await page?.context().close()
  await product?.stop()
})

test('trains a recommender with the defaults, and it beats best-sellers', async () => {
  await visit(page, `${product.url}/recommendations`)
  await expect(page.getByText('No recommender yet')).toBeVisible()
  await expectUsable(page)
  await page.getByRole('link', { name: 'New recommender' }).click()
  await expect(page.getByRole('heading', { name: 'New recommender' })).toBeVisible()
  await page.getByText('Weights and rules').click()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  const start = Date.now()
  await expect(page.getByText(/It beats the best-sellers list/)).toBeVisible({ timeout: 50_000 })
  console.log(`Recommender of the sample brand, from click to verdict: ${Date.now() - start} ms`)
  recommender = page.url()
  for (const title of [
    'Strategies against best-sellers',
    'Accuracy against variety',
    'What is bought and what is recommended',
    'What it learnt from and was tested on',
    'How well it works per segment',
    'Where the products on the lists come from',
  ]) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }
  await expectUsable(page)
  await visit(page, `${product.url}/recommendations`)
  await expect(page.getByRole('table', { name: 'Recommenders' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByText('Ready')).toBeVisible()
  await expectUsable(page)
})

test('previews a customer with reasons, and follows changed rules at once', async () => {
  await visit(page, recommender)
  await page.getByRole('link', { name: 'Preview a customer' }).click()
  await expectUsable(page)
  await firstHit().click()
  await expect(page.getByRole('heading', { name: 'Bought so far' })).toBeVisible()
  await expect(page.getByText('In use')).toBeVisible()
  await expect(firstList()).toHaveCount(10)
  await expect(page.getByText(/^Because they bought /).first()).toBeVisible()
  await expect(page.getByText(/^Like .*: /).first()).toBeVisible()
  await expectUsable(page)
  const before = await titles()
  await page.getByText('Rules', { exact: true }).click()
  await page.getByLabel('Only what is in stock').check()
  await page.getByLabel('At most so many of one category').fill('1')
  await expect(page.getByText('With changed rules')).toBeVisible()
  await expect.poll(titles).not.toEqual(before)
  await expectUsable(page)
  await page.getByRole('button', { name: 'Back to the recommender’s rules' }).click()
  await expect.poll(titles).toEqual(before)
})

test('says what goes with a product and whom to tell about it', async () => {
  await page.getByRole('link', { name: 'By product' }).click()
  await page.getByLabel('Find a product').fill('P0050')
  await page.getByRole('button', { name: /P0050/ }).click()
  await expect(page.getByRole('heading', { name: 'Bought by the same people' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Bought together' })).toBeVisible()
  await expectUsable(page)
})

test('saves whom to tell about a product as a segment', async () => {
  const products = page.url()
  await page.getByRole('button', { name: 'Save as a segment' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Those with the highest scores' }).click()
  await dialog.getByLabel('How many customers').fill('12')
  await expectUsable(page)
  await dialog.getByRole('button', { name: 'Save as a segment' }).click()
  await expect(page.getByRole('heading', { name: 'Whom it is for' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('12', { exact: true }).first()).toBeVisible()
  await expectUsable(page)
  await visit(page, products)
})

test('compares what a segment is shown with what it buys', async () => {
  await page.getByRole('link', { name: 'By segment' }).click()
  await expect(page.getByRole('heading', { name: /^Shown most to / })).toBeVisible()
  const segment = page.getByLabel('Segment', { exact: true })
  const second = (await segment.locator('option').nth(1).textContent()) ?? ''
  await segment.selectOption({ index: 1 })
  await expect(page.getByRole('heading', { name: `Shown most to ${second}` })).toBeVisible()
  await expectUsable(page)
})

test('exports every customer’s list', async () => {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Purpose').selectOption('Own analysis')
  await dialog.getByRole('checkbox', { name: 'Only people who consented to marketing' }).uncheck()
  await expectUsable(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const lines = (await readFile((await (await download).path()) ?? '', 'utf8')).trimEnd().split('\r\n')
  expect(lines[0]).toBe('\uFEFF"customer_id","rank","product_id","title","score","strategy"')
  expect(lines.length).toBeGreaterThan(6000 * 9)
  expect(lines[1]).toMatch(/^"C\d+","1","P\d+","[^"]+","\d+\.\d{6}","\w+"$/)
  customer = lines[1]!.slice(1, lines[1]!.indexOf('",'))
  await visit(page, `${product.url}/exports`)
  await expect(page.getByRole('table').getByText('Complete')).toHaveCount(1)
})

test('gives a token to a shop, which reads a list with it until it is revoked', async ({ playwright }) => {
  await visit(page, `${product.url}/settings/security`)
  await page.getByRole('button', { name: 'Create a token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Web shop')
  await dialog.getByRole('button', { name: 'Create a token' }).click()
  await expect(dialog.getByRole('heading', { name: 'Your new token' })).toBeVisible()
  await expectUsable(page)
  const token = (await dialog.locator('code').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Never used')).toBeVisible()
  await expect(page.getByText(token)).toHaveCount(0)
  await expectUsable(page)

  const shop = await playwright.request.newContext()
  const ask = (headers: Record<string, string>, id = customer) =>
    shop.get(`${product.url}/api/v1/recommendations/${id}`, { headers })
  const authorised = { Authorization: `Bearer ${token}` }
  const answer = await ask(authorised)
  expect(answer.status()).toBe(200)
  const list = await answer.json()
  expect(list.customerId).toBe(customer)
  expect(list.items).toHaveLength(10)
  expect(list.items[0]).toMatchObject({ rank: 1, title: expect.any(String), strategy: expect.any(String) })
  const posted = await shop.post(`${product.url}/api/v1/recommendations`, {
    headers: authorised,
    data: { customerId: customer },
  })
  expect(await posted.json()).toEqual(list)
  expect((await ask({})).status()).toBe(401)
  expect((await ask({ Authorization: `Bearer ${token}x` })).status()).toBe(401)
  expect((await ask(authorised, 'nobody')).status()).toBe(404)
  expect(
    (await shop.get(`${product.url}/api/recommenders/x/products`, { headers: authorised })).status(),
  ).toBe(401)

  await visit(page, page.url())
  await expect(page.getByText(/Last used/)).toBeVisible()
  await page.getByRole('button', { name: 'Revoke Web shop' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('There is no token yet.')).toBeVisible()
  expect((await ask(authorised)).status()).toBe(401)
  await shop.dispose()
})

test('is left alone after deletion, and fits a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['', '/preview', '/products', '/segments']) {
    await visit(page, `${recommender}${path}`)
    await expectUsable(page)
  }
  await visit(page, recommender)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No recommender yet')).toBeVisible()
})
