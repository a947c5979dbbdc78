import { expect, type Page, test } from '@playwright/test'
import { type Product, startProduct } from './product'
import { expectUsable, owner, setUp, signIn, visit } from './steps'

test.describe.configure({ mode: 'serial' })

let product: Product
let page: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await (await browser.newContext()).newPage()
})
test.afterAll(async () => {
  await page?.context().close()
  await product?.stop()
})

test('the first visit sets up the account and the brand, once', async () => {
  await visit(page, `${product.url}/setup`)
  await expectUsable(page)
  await setUp(page, product.url)
  await expectUsable(page)
  expect((await page.request.get(`${product.url}/setup`)).status()).toBe(404)
})

test('signs out and in again', async () => {
  await page.getByRole('button', { name: owner.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expectUsable(page)
  await signIn(page, product.url, 'not the password')
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible()
  await signIn(page, product.url)
  await expect(page.getByRole('heading', { name: 'Welcome to Personae' })).toBeVisible()
})

test('keeps every page and route behind sign-in', async ({ browser }) => {
  const stranger = await browser.newContext()
  for (const path of [
    '/',
    '/data',
    '/data/upload',
    '/segments',
    '/segments/new',
    '/exports',
    '/settings',
    '/settings/people',
    '/settings/security',
    '/settings/audit',
    '/customers/C000001',
  ]) {
    const visitor = await stranger.newPage()
    await visit(visitor, `${product.url}${path}`)
    await expect(visitor).toHaveURL(/\/sign-in/)
    await visitor.close()
  }
  for (const path of [
    '/api/jobs/x',
    '/api/imports/x',
    '/api/uploads/x/inspection',
    '/api/segmentations/x',
    '/api/segments/x/export-counts',
    '/api/exports/x/download',
    '/api/audit',
  ]) {
    expect((await stranger.request.get(`${product.url}${path}`)).status(), path).toBe(401)
  }
  const upload = await stranger.request.post(`${product.url}/api/uploads?name=a.csv`, { data: 'a,b\n1,2\n' })
  expect(upload.status()).toBe(401)
  await stranger.close()
})

test('slows down whoever guesses passwords', async ({ browser }) => {
  const context = await browser.newContext()
  const guess = () =>
    context.request.post(`${product.url}/api/auth/sign-in/email`, {
      data: { email: owner.email, password: 'wrong-password-again' },
      headers: { origin: product.url },
    })
  const answers = await Promise.all(Array.from({ length: 20 }, guess))
  const evaluated = answers.filter((answer) => answer.status() === 401)
  expect(evaluated.length).toBeLessThanOrEqual(3)
  await context.close()
})

test('speaks Chinese and fits a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/', '/data', '/segments', '/exports', '/settings', '/settings/security']) {
    await visit(page, `${product.url}${path}`)
    await expectUsable(page)
  }
  await page.context().addCookies([{ name: 'locale', value: 'zh-CN', url: product.url }])
  await visit(page, `${product.url}/`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expectUsable(page)
})
