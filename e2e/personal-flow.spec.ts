import { expect, type Page, test } from '@playwright/test'
import { openDatabase } from './neighbours'
import { type Product, startProduct } from './product'
import { expectUsable, setUp, visit } from './steps'

test.describe.configure({ mode: 'serial' })

const customers = [
  'customer id,email,first name,city,Home address,Tier,Peer',
  'C1,ann@secret.example,Ann,Leeds,1 Elm Row,Gold,eve@secret.example',
  'zoe@secret.example,zoe@secret.example,Zoe,York,2 Oak Row,Silver,eve@secret.example',
].join('\n')

let product: Product
let page: Page
/** The address of everything that the browser asked for. */
const asked: string[] = []

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await (await browser.newContext()).newPage()
  await setUp(page, product.url)
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())))
})
test.afterAll(async () => {
  await page?.context().close()
  await product?.stop()
})

const openCustomers = () => visit(page, `${product.url}/data/tables/customers`)

test('marks personal columns at import, for the user to say otherwise', async () => {
  await visit(page, `${product.url}/data/upload`)
  const file = { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(customers) }
  await page.locator('input[type=file]').setInputFiles(file)
  const marks = page.getByRole('group', { name: 'Personal columns' })
  await expect(marks.getByRole('checkbox', { name: 'Home address is personal' })).toBeChecked({
    timeout: 30_000,
  })
  await expect(marks.getByRole('checkbox', { name: 'Peer is personal' })).toBeChecked()
  await expect(marks.getByRole('checkbox', { name: 'Tier is personal' })).not.toBeChecked()
  await marks.getByRole('checkbox', { name: 'City is personal' }).uncheck()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Check the import' }).click()
  await page.getByRole('button', { name: 'Import 2 rows' }).click({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'customers.csv is in your data' })).toBeVisible()
})

test('keeps what people are searched for, and ids that are contacts, out of addresses', async () => {
  await openCustomers()
  await page.getByRole('searchbox').first().fill('ann@secret')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await page.getByRole('searchbox').first().fill('')
  await page.getByRole('button', { name: 'zoe@secret.example' }).click()
  await expect(page).toHaveURL(/\/customers\/~ref-[0-9a-f]{32}$/)
  await expect(page.getByRole('heading', { name: 'Zoe' })).toBeVisible()
  await expectUsable(page)
  expect(asked.filter((url) => url.includes('secret'))).toEqual([])
})

test('lets an analyst call a column impersonal', async () => {
  await openCustomers()
  await page.getByRole('button', { name: /^Columns:/ }).click()
  await page.getByRole('checkbox', { name: 'Home address' }).check()
  await page.getByRole('checkbox', { name: 'Peer' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Home address', exact: true }).click()
  const choice = page.getByRole('dialog').getByRole('checkbox', { name: /^Personal/ })
  await expect(choice).toBeChecked()
  await expectUsable(page)
  // it stays checked until the server has agreed
  await choice.click()
  await expect(choice).toBeEnabled()
  await expect(choice).not.toBeChecked()
})

test('hides from a viewer who the customers are', async () => {
  const database = openDatabase(product.dataDir)
  await database.execute("UPDATE Member SET role = 'viewer'")
  database.close()
  await visit(page, page.url())
  const table = page.getByRole('table')
  await expect(table.getByText('•••').first()).toBeVisible()
  await expect(table.getByText('1 Elm Row')).toBeVisible()
  await expect(table.getByText('Leeds')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sort by Home address' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sort by Peer' })).toHaveCount(0)
  await expect(page.getByText('secret.example')).toHaveCount(0)
  await expectUsable(page)
  await page.getByRole('button', { name: 'Peer', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('Rows with a value')).toBeVisible()
  await expect(page.getByText('secret.example')).toHaveCount(0)
  await visit(page, `${product.url}/customers/zoe~40secret.example`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Zoe')).toHaveCount(0)
})
