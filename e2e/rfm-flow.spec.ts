import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from './product'
import { expectUsable, loadSampleBrand, setUp, visit } from './steps'

test.describe.configure({ mode: 'serial' })

let product: Product
let page: Page

/** The whole card of a map is its radio button's label. */
const chooseMap = (map: string) => page.locator('label', { hasText: map }).click()

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await (await browser.newContext()).newPage()
  await setUp(page, product.url)
  await loadSampleBrand(page)
})
test.afterAll(async () => {
  await page?.context().close()
  await product?.stop()
})

test('shows every map on the data as they stand', async () => {
  await visit(page, `${product.url}/segments/rfm`)
  await expect(page.getByRole('heading', { name: 'Who is in which cell' })).toBeVisible()
  for (const [map, cells] of [
    ['10 segments', 25],
    ['Braze, 10 groups', 64],
    ['China’s 8 classes', 8],
  ] as const) {
    await chooseMap(map)
    await expect(page.getByRole('gridcell')).toHaveCount(cells)
    await expectUsable(page)
  }
})

test('moves cells by mouse and keyboard, names segments, and saves them', async () => {
  await chooseMap('10 segments')
  await page.getByRole('button', { name: 'Edit the map' }).click()
  await page.getByRole('gridcell', { name: /^R4 F1, Promising/ }).click()
  await expect(page.getByRole('gridcell', { name: /^R4 F1, Champions/ })).toBeVisible()
  await page.getByRole('gridcell', { name: /^R4 F2/ }).press('Enter')
  await expect(page.getByRole('gridcell', { name: /^R4 F2, Champions/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('gridcell', { name: /^R4 F2, Potential loyalists/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Name of Champions' }).fill('Best fans')
  await page.getByRole('button', { name: 'Remove Promising' }).click()
  await page.getByRole('menuitem', { name: 'New customers' }).click()
  await expectUsable(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Own grid')
  await page.getByRole('button', { name: 'Save as segments' }).click()
  await expect(page).toHaveURL(/\/segments\/(?!rfm)/)
  await expect(page.getByRole('heading', { name: 'Own grid', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Best fans' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('gridcell', { name: /^R4 F1, Best fans/ })).toBeVisible()
  await expectUsable(page)
})
