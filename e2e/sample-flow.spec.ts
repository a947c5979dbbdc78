import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from './product'
import { createSegments, expectUsable, loadSampleBrand, setUp, visit } from './steps'

test.describe.configure({ mode: 'serial' })

/** A quiet machine takes 5 and 3 seconds at most (bench/flows.md); a busy one may take this many times as long. */
const allowance = 8

const exported = join(tmpdir(), `personae-export-${process.pid}.csv`)

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

test('loads the sample brand with one click', async () => {
  const milliseconds = await loadSampleBrand(page)
  console.log(`Sample brand, from click to figures: ${milliseconds} ms`)
  expect(milliseconds).toBeLessThan(allowance * 5000)
  await expect(page.getByText('6,000 rows')).toBeVisible()
  await expectUsable(page)
})

test('opens the overview with little JavaScript and without moving what is read', async ({ browser }) => {
  const context = await browser.newContext({ storageState: await page.context().storageState() })
  const visitor = await context.newPage()
  await visitor.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const html = await (await context.request.get(`${product.url}/`)).text()
  const first = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map((match) => match[1]))
  const scripts: Promise<number>[] = []
  visitor.on('requestfinished', (request) => {
    if (!first.has(new URL(request.url()).pathname)) return
    scripts.push(request.sizes().then((sizes) => sizes.responseBodySize))
  })
  await visitor.goto(`${product.url}/`, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(scripts)).reduce((total, size) => total + size, 0)
  console.log(`First-load JavaScript of the overview, compressed: ${bytes} bytes`)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(250_000)
  const shifted = await visitor.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  expect(shifted.reduce((total, shift) => total + shift, 0)).toBeLessThan(0.01)
  await context.close()
})

test('creates segments with the defaults', async () => {
  await visit(page, `${product.url}/segments/new`)
  await expectUsable(page)
  const milliseconds = await createSegments(page, product.url, 'Spring campaign')
  console.log(`Segments of the sample brand, from click to charts: ${milliseconds} ms`)
  expect(milliseconds).toBeLessThan(allowance * 3000)
  for (const title of [
    'Size and value',
    'Profile of the segments',
    'Customer map',
    'Distribution of one figure',
  ]) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }
  await page.screenshot({ path: process.env.README_PICTURE ?? 'test-results/segments.png' })
  await expectUsable(page)
})

test('shows each chart as a table and as a picture', async () => {
  const buttons = page.getByRole('button', { name: 'Download PNG' })
  await expect(buttons).toHaveCount(4)
  for (const button of await buttons.all()) {
    const chart = button.locator('xpath=ancestor::section[1]')
    const download = page.waitForEvent('download')
    await chart.getByRole('button', { name: 'Download PNG' }).click()
    const picture = await readFile((await (await download).path()) ?? '')
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeGreaterThan(5000)
    await chart.getByRole('button', { name: 'Show as table' }).click()
    await expect(chart.getByRole('table')).toBeVisible()
    expect(await chart.getByRole('row').count()).toBeGreaterThan(2)
  }
})

test('tells what sets the segments apart, how far to trust them, and prints it all', async () => {
  const url = page.url()
  await visit(page, `${url}/differences`)
  await expect(page.getByRole('heading', { name: 'Net revenue by segment and month' })).toBeVisible()
  await expectUsable(page)
  await visit(page, `${url}/trust`)
  for (const title of ['Why this number of segments', 'The segments as rules', 'Is any group left out?']) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }
  await expectUsable(page)
  await visit(page, `${url}/report`)
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What to do next' }).first()).toBeVisible()
  await expectUsable(page)
  await visit(page, url)
})

test('renames a segment', async () => {
  await visit(page, page.url())
  await page
    .getByRole('button', { name: /^Rename / })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Our best friends')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Our best friends' })).toBeVisible()
})

test('sorts, searches and pages the people of a segment', async () => {
  await page.getByRole('link', { name: 'See the people of Our best friends' }).click()
  const table = page.getByRole('table', { name: 'People of Our best friends' })
  await expect(table.getByRole('row')).toHaveCount(26)
  await table.getByRole('button', { name: 'Net revenue' }).click()
  await expect(page).toHaveURL(/direction=asc/)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/page=2/)
  await page.getByLabel('Search people').fill('@example.com')
  // what is searched for stays out of the address
  await expect(page).not.toHaveURL(/page=|example/)
  await expect(table.getByRole('row')).toHaveCount(26)
  await expectUsable(page)
})

test('opens a customer with history and segment', async () => {
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/customers\//)
  await expect(page.getByRole('heading', { name: 'Purchase history' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Our best friends' })).toBeVisible()
  await expectUsable(page)
  await page.goBack()
})

async function exportSegment(format: string, purpose: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled()
  await dialog.getByLabel('Purpose').selectOption(purpose)
  await dialog.getByText(format, { exact: true }).click()
  await expect(dialog.getByRole('radio', { name: format })).toBeChecked()
  await dialog.getByRole('checkbox', { name: 'City' }).check()
  await expect(dialog.getByText(/\(k = \d+\)/)).toBeVisible()
  await expectUsable(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  return readFile((await (await download).path()) ?? '')
}

test('exports a segment for a spreadsheet and for a platform, and logs both', async () => {
  const spreadsheet = await exportSegment('For a spreadsheet', 'Own analysis')
  await writeFile(exported, spreadsheet)
  expect([...spreadsheet.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(spreadsheet.toString('utf8')).toContain('Our best friends')
  const platform = await exportSegment('For a platform', 'Newsletter or mailing')
  expect(platform[0]).not.toBe(0xef)
  const lines = platform.toString('utf8').trimEnd().split('\r\n')
  expect(lines.length).toBeGreaterThan(100)
  expect(platform.toString('utf8')).toMatch(/[a-z0-9.-]+@example\.(com|org|net)/)
  await visit(page, `${product.url}/exports`)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('table').getByText('Complete')).toHaveCount(2)
  await expect(page.getByRole('table').getByText('Newsletter or mailing')).toBeVisible()
  await expect(page.getByRole('table').getByText(/Left out: \d+ people without consent/)).toHaveCount(2)
  await expectUsable(page)
})

test('takes its own export in again, and finds nobody new in it', async () => {
  await visit(page, `${product.url}/data/upload`)
  await page.locator('input[type=file]').setInputFiles(exported)
  await page.getByRole('button', { name: 'Check the import' }).click({ timeout: 30_000 })
  const equation = page.getByText(/rows read = 0 new \+ .* \+ 0 rejected/)
  await expect(equation).toBeAttached({ timeout: 30_000 })
})

test('shows, searches and filters every table, and what would improve the data', async () => {
  await visit(page, `${product.url}/data/tables`)
  await expectUsable(page)
  await visit(page, `${product.url}/data/tables/orders`)
  const table = page.getByRole('table').first()
  await expect(table.getByRole('row')).toHaveCount(51)
  await expectUsable(page)
  await page.getByRole('searchbox').first().fill('P0050')
  await expect(table.getByRole('row').nth(1)).toContainText('P0050')
  await expect(page).not.toHaveURL(/P0050/)
  await visit(page, `${product.url}/data/quality`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectUsable(page)
})
