import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from './product'
import { loadSampleBrand, setUp } from './steps'

test.describe.configure({ mode: 'serial' })

let product: Product
let page: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await (await browser.newContext()).newPage()
  await setUp(page, product.url)
})
test.afterAll(async () => {
  await page?.context().close()
  await product?.stop()
})

/** Opens a page whose scripts stay away until `act` is done, as on a slow line. */
async function actEarly(path: string, act: () => Promise<void>): Promise<void> {
  const scripts = '**/_next/static/**/*.js'
  let release: () => void = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(scripts, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(`${product.url}${path}`, { waitUntil: 'commit' })
  await act()
  release()
  await page.unrouteAll({ behavior: 'wait' })
}

test('a file chosen before the scripts have arrived is read', async () => {
  await actEarly('/data/upload', async () => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('customer,email\nC1,a@example.com\n'),
    })
  })
  await expect(page.getByRole('button', { name: 'Check the import' })).toBeVisible()
})

test('nothing can be typed or pressed before the scripts have arrived, when it would be lost', async () => {
  await actEarly('/', () =>
    expect(page.getByRole('button', { name: 'Load the sample brand' })).toBeDisabled(),
  )
  await loadSampleBrand(page)
  const search = page.getByRole('searchbox', { name: 'Search all text columns' })
  await actEarly('/data/tables/orders', () => expect(search).toBeDisabled())
  await expect(search).toBeEnabled()
  await actEarly('/segments/new', async () => {
    await expect(page.getByLabel('Name', { exact: true })).toBeDisabled()
    await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeDisabled()
  })
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
})
