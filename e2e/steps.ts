import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const owner = { name: 'Ada Marketer', email: 'ada@example.com', password: 'correct-horse-battery' }

/** Opens an address and waits until React answers in it: what is clicked before is lost. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__reactFiber')))
}

/** Fills in the first-run form as a new user would and waits for the empty overview. */
export async function setUp(page: Page, url: string, brand = 'Larkhollow'): Promise<void> {
  await visit(page, `${url}/`)
  await expect(page).toHaveURL(`${url}/setup`)
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByLabel('Brand name').fill(brand)
  await page.getByLabel('Currency').selectOption('GBP')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByRole('heading', { name: 'Welcome to Personae' })).toBeVisible()
}

export async function signIn(page: Page, url: string, password = owner.password): Promise<void> {
  await visit(page, `${url}/sign-in`)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Loads the sample brand from the empty overview; returns the milliseconds from click to figures. */
export async function loadSampleBrand(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: 'Load the sample brand' })
  await button.click()
  const start = Date.now()
  await expect(page.getByRole('heading', { name: 'Net revenue by month' })).toBeVisible({ timeout: 50_000 })
  return Date.now() - start
}

/** Creates segments with the form's defaults; returns the milliseconds from click to charts. */
export async function createSegments(page: Page, url: string, name: string): Promise<number> {
  await visit(page, `${url}/segments/new`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  const start = Date.now()
  await expect(page.getByRole('heading', { name: 'Size and value' })).toBeVisible({ timeout: 50_000 })
  return Date.now() - start
}

/** No serious or critical accessibility violation, and nothing that makes the page scroll sideways. */
export async function expectUsable(page: Page): Promise<void> {
  // a page's title comes after its first words, and rows that are about to be replaced are dimmed
  await expect(page).toHaveTitle(/./)
  await expect(page.locator('table[aria-busy=true]')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}
