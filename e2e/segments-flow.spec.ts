import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from './product'
import { createSegments, expectUsable, loadSampleBrand, setUp, visit } from './steps'

test.describe.configure({ mode: 'serial' })

let product: Product
let page: Page
let clusters: string

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await (await browser.newContext()).newPage()
  await setUp(page, product.url)
  await loadSampleBrand(page)
  await createSegments(page, product.url, 'Autumn')
  clusters = page.url()
})
test.afterAll(async () => {
  await page?.context().close()
  await product?.stop()
})

test('shows what figures are worth and how they are prepared before segments are made', async () => {
  await visit(page, `${product.url}/segments/new`)
  await page.getByRole('button', { name: 'Choose and prepare figures' }).click()
  await expect(page.getByText(/^Median .* from .* to /).first()).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('Search figures').fill('discount')
  await expect(page.getByText('Discount share', { exact: true }).first()).toBeVisible()
  await expectUsable(page)
})

test('builds a segment by a rule, as text and by conditions, with a live count', async () => {
  await visit(page, `${product.url}/segments/rules/new`)
  const text = page.getByRole('tab', { name: 'As text' })
  await text.click({ timeout: 30_000 })
  const box = page.getByLabel('The rule as text')
  const found = page.getByText(/^[\d,]+ customers$/)
  const everybody = (await found.textContent()) ?? ''
  await box.fill('recency <= 90 and (frequency >= 3 or monetary > )')
  await expect(page.getByText(/^Line 1, column 49: /)).toBeVisible()
  await box.fill('recency <= 90 and (frequency >= 3 or monetary > 200)')
  await expect(found).not.toHaveText(everybody)
  const count = (await found.textContent()) ?? ''
  await page.getByRole('tab', { name: 'Conditions' }).click()
  await expect(
    page.getByRole('spinbutton', { name: /^Value for/ }).or(page.getByLabel(/^Value for/)),
  ).toHaveCount(3)
  await expectUsable(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Recent and keen')
  await page.getByRole('button', { name: 'Save as a segment' }).click()
  await expect(page.getByRole('heading', { name: 'The rule' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(count.replace(' customers', ''), { exact: true }).first()).toBeVisible()
  await expectUsable(page)
  await page.getByRole('link', { name: 'See the people' }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(26)
})

test('lays two segments over each other', async () => {
  await page.goBack()
  await page.getByRole('link', { name: 'Compare with another segment' }).click()
  const second = page.getByLabel('Second segment')
  const options = second.locator('option')
  await expect.poll(() => options.count()).toBeGreaterThan(2)
  await second.selectOption({ index: (await options.count()) - 1 })
  await expect(page.getByRole('heading', { name: 'Who is in which' })).toBeVisible()
  await expectUsable(page)
})

test('applies segments to another day and shows who moved', async () => {
  await visit(page, clusters)
  await page.getByRole('button', { name: 'Apply to another day' }).click()
  const dialog = page.getByRole('dialog')
  const day = dialog.getByLabel('Count up to')
  const last = await day.inputValue()
  await day.fill(`${Number(last.slice(0, 4)) - 1}${last.slice(4)}`)
  await expectUsable(page)
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('link', { name: 'See who moved' }).click({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'Movement between segments' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Segments that belong together' })).toBeVisible()
  await expectUsable(page)
  await page
    .getByRole('link', { name: /^Customers from .* to / })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Who moved' })).toBeVisible()
  expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(1)
  await expectUsable(page)
  await page.getByRole('button', { name: 'Save as a segment' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'The rule' })).toBeVisible({ timeout: 30_000 })
})
