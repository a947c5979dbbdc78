import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from './product'
import { expectUsable, setUp, visit } from './steps'

test.describe.configure({ mode: 'serial' })

const retail = fileURLToPath(
  new URL('../../shared/data/online_retail/slice_2010-12_to_2011-02.csv', import.meta.url),
)

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

/** Drops a file made in the page onto the drop zone, as a hand would. */
async function dropFile(name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name, { type: 'text/csv' }))
      return data
    },
    { name, text },
  )
  await page
    .locator('label', { hasText: 'Drop files here' })
    .dispatchEvent('drop', { dataTransfer: transfer })
}

const orders = [
  'Order;When;Who;SKU;Pieces;Price each',
  'A1;03.02.2026;17850.0;P1;2;10,50',
  'A1;03.02.2026;17850.0;P2;1;4,00',
  'A2;25.02.2026;;P1;1;10,50',
  'A3;99.99.2026;C9;P1;1;10,50',
  'A4;26.02.2026;C9;P1;many;10,50',
  'A5;27.02.2026;C9;P1;1',
  'A1;28.02.2026;17850.0;P2;-1;4,00',
].join('\r\n')

/** The part of the columns page that belongs to one table. */
const section = (table: string) => page.getByRole('region', { name: new RegExp(`^${table}: `) })

/** Waits until a file has been looked into and its columns can be checked. */
async function expectColumns(): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Check how the file is read' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check the import' })).toBeVisible({ timeout: 60_000 })
}

test('reads a dropped file, lets the mapping be corrected and reports every row', async () => {
  await visit(page, `${product.url}/data/upload`)
  await expectUsable(page)
  await dropFile('orders.csv', orders)
  await expectColumns()
  const fields = section('Orders')
  await fields.getByLabel('Customer number', { exact: true }).selectOption({ label: 'Who' })
  await fields.getByLabel('Order date', { exact: true }).selectOption({ label: 'When' })
  await fields.getByLabel('Quantity', { exact: true }).selectOption({ label: 'Pieces' })
  await fields.getByLabel('Price per piece', { exact: true }).selectOption({ label: 'Price each' })
  await fields.getByLabel('Order number', { exact: true }).selectOption({ label: 'Order' })
  await expectUsable(page)
  await page.getByText('Show the columns').click()
  await page.getByRole('button', { name: /Details.*Pieces/ }).click()
  await expect(page.getByRole('dialog').getByText('many').first()).toBeVisible()
  await expectUsable(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Check the import' }).click()
  await expect(page.getByText('7 rows read = 4 new + 0 changed + 0 unchanged + 3 rejected')).toBeAttached({
    timeout: 20_000,
  })
  await expect(page.getByRole('heading', { name: 'nothing is in your data yet' })).toBeVisible()
  await expectUsable(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the rejected rows (CSV)' }).click()
  const rejected = await readFile((await (await download).path()) ?? '', 'utf8')
  expect(rejected).toContain('99.99.2026')
  expect(rejected).toContain('many')
  expect(rejected.trimEnd().split('\r\n')).toHaveLength(4)
})

test('imports what was checked, and undoes it', async () => {
  await page.getByRole('button', { name: 'Import 4 rows' }).click()
  await expect(page.getByRole('heading', { name: 'orders.csv is in your data' })).toBeVisible()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByRole('alertdialog').getByText(/Orders: 4 new records go/)).toBeVisible()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByRole('heading', { name: 'The import of orders.csv was undone' })).toBeVisible()
  await expectUsable(page)
  await visit(page, `${product.url}/data`)
  const row = page.getByRole('table', { name: 'Imports' }).getByRole('row', { name: /orders\.csv/ })
  await expect(row.getByText('Undone')).toBeVisible()
  await expectUsable(page)
})

test('asks how dates are written when the rows do not say, for a pasted table', async () => {
  await visit(page, `${product.url}/data/upload`)
  await page.getByRole('button', { name: 'Paste a table instead' }).click()
  const rows = ['order_id\torder_date\tcustomer_id\tamount', 'X1\t01/02/2026\tC1\t5', 'X2\t03/04/2026\tC2\t6']
  await page.getByLabel('Paste a table').fill(rows.join('\n'))
  await expectUsable(page)
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expectColumns()
  await expect(page.getByRole('button', { name: 'Check the import' })).toBeDisabled()
  await page.getByText('Month, day, year', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Check the import' }).click()
  await expect(page.getByText('2 rows read = 2 new + 0 changed + 0 unchanged + 0 rejected')).toBeAttached({
    timeout: 20_000,
  })
  await expect(page.getByText('From Jan 2, 2026 to Mar 4, 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('heading', { name: 'was discarded' })).toBeVisible()
})

test('reads a file differently when told to', async () => {
  await visit(page, `${product.url}/data/upload`)
  await dropFile('names.csv', 'customer_id,city\n1,München\n2,Zürich\n')
  await expectColumns()
  await page.getByText('Read it differently').click()
  await page.getByLabel('Characters').selectOption('windows-1252')
  await page.getByRole('button', { name: 'Read it again' }).click()
  await expect(page.getByText('(chosen by you)')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('MÃ¼nchen').filter({ visible: true }).first()).toBeVisible()
})

test('refuses what is not a CSV file with a sentence that helps', async () => {
  await visit(page, `${product.url}/data/upload`)
  await dropFile('empty.csv', '')
  await expect(page.getByText('empty.csv is empty')).toBeVisible()
})

test('takes the real online-retail orders to the penny', async () => {
  test.skip(!existsSync(retail), 'the shared data folder is not beside the project')
  await visit(page, `${product.url}/data/upload`)
  await page.locator('input[type=file]').setInputFiles(retail)
  await expectColumns()
  await page.getByRole('button', { name: 'Check the import' }).click()
  await expect(
    page.getByText('105,335 rows read = 105,335 new + 0 changed + 0 unchanged + 0 rejected'),
  ).toBeAttached({ timeout: 30_000 })
  for (const figure of ['1,589,296.28', '1,682', '3,384', '67,313']) {
    await expect(page.getByText(figure).first()).toBeVisible()
  }
  await expectUsable(page)
  await page.getByRole('button', { name: 'Import 105,335 rows' }).click()
  await expect(page.getByRole('heading', { name: 'is in your data' })).toBeVisible()
})

test('stops a running import and leaves the data as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'personae-big-'))
  const file = join(folder, 'big.csv')
  const lines = Array.from({ length: 2_000_000 }, (_, i) => `B${i},2026-03-01,C${i % 5000},P1,1,2.50`)
  await writeFile(
    file,
    ['order_id,order_date,customer_id,product_id,quantity,unit_price', ...lines].join('\n'),
  )
  await visit(page, `${product.url}/data/upload`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Check the import' }).click({ timeout: 60_000 })
  await page.waitForURL(/\/data\/imports\//)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('The import was stopped')).toBeVisible()
  await expect(page.getByText('Nothing was changed in your data').first()).toBeVisible()
  await rm(folder, { recursive: true })
})
