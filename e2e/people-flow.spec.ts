import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { computeTotp } from '../lib/accounts/totp.fixture'
import { type Product, startProduct } from './product'
import { expectUsable, owner, setUp, visit } from './steps'

test.describe.configure({ mode: 'serial' })

const mia = { name: 'Mia Guest', email: 'mia@example.com', password: 'another-good-password' }

let product: Product
/** the owner's browser */
let page: Page
/** the guest's */
let guest: Page
let link = ''

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await (await browser.newContext()).newPage()
  guest = await (await browser.newContext()).newPage()
  await setUp(page, product.url)
})
test.afterAll(async () => {
  await page?.context().close()
  await guest?.context().close()
  await product?.stop()
})

const open = (who: Page, path: string) => visit(who, `${product.url}${path}`)
const memberRow = () => page.getByRole('listitem').filter({ hasText: mia.email })

async function givePassword(who: Page): Promise<void> {
  await open(who, '/sign-in')
  await who.getByLabel('E-mail').fill(mia.email)
  await who.getByLabel('Password').fill(mia.password)
  await who.getByRole('button', { name: 'Sign in' }).click()
}

async function makeLink(label: string, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Make a link' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('For whom').fill(label)
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const text = await dialog.getByText(/\/invite\//).textContent()
  await expectUsable(page)
  await dialog.getByRole('button', { name: 'Done' }).click()
  return text?.trim() ?? ''
}

test('an owner makes a link, and withdraws another', async () => {
  await open(page, '/settings/people')
  await expectUsable(page)
  link = await makeLink('Mia, agency', 'viewer')
  const withdrawn = await makeLink('Nobody', 'owner')
  await page.getByRole('button', { name: 'Withdraw the link for Nobody' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('The link for Nobody was withdrawn.')).toBeVisible()
  await expect(page.getByText('Mia, agency')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Withdraw the link for Nobody' })).toHaveCount(0)
  await visit(guest, withdrawn)
  await expect(guest.getByText('This link was withdrawn')).toBeVisible()
  await expectUsable(guest)
  await open(guest, '/invite/personae_nothing')
  await expect(guest.getByText('No such link was ever made here')).toBeVisible()
})

test('an invited person makes an account and is in as a viewer; the link is used up', async () => {
  await visit(guest, link)
  await expect(guest.getByRole('heading', { name: 'Join Larkhollow' })).toBeVisible()
  await expectUsable(guest)
  await guest.getByLabel('Your name').fill(mia.name)
  await guest.getByLabel('E-mail').fill(mia.email)
  await guest.getByLabel('Password').fill(mia.password)
  await guest.getByRole('button', { name: 'Make the account and join' }).click()
  await expect(guest).toHaveURL(`${product.url}/`)
  await open(guest, '/settings')
  await expect(guest.getByText('Viewer: looks, without personal details')).toBeVisible()
  await expectUsable(guest)
  await expect(guest.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
  for (const path of ['/settings/people', '/settings/audit']) {
    await open(guest, path)
    await expect(guest.getByText(mia.email)).toHaveCount(0)
    await expect(guest.getByText(owner.email)).toHaveCount(0)
  }
  await visit(guest, link)
  await expect(guest.getByText('This link has already been used')).toBeVisible()
})

test('a new role counts with the next request', async () => {
  await open(page, '/settings/people')
  await page.getByLabel(`Role of ${mia.name}`).selectOption('analyst')
  await expect(page.getByText(`${mia.name} is now Analyst.`)).toBeVisible()
  await open(guest, '/settings')
  await expect(guest.getByText('Analyst: data, segments and exports')).toBeVisible()
  await page.getByLabel(`Role of ${owner.name}`).selectOption('viewer')
  await page.getByRole('button', { name: 'Give it up' }).click()
  await expect(page.getByText('A workspace needs an owner')).toBeVisible()
})

let secret = ''
let backupCode = ''

test('two-factor sign-in asks for the code of the app, or a backup code', async () => {
  await open(guest, '/settings/security')
  await expectUsable(guest)
  await guest.getByRole('button', { name: 'Turn on' }).click()
  const dialog = guest.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(mia.password)
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog.getByRole('img', { name: 'QR code' })).toBeVisible()
  await expectUsable(guest)
  secret = (await dialog.locator('code').textContent()) ?? ''
  await dialog.getByLabel('Code from the app').fill(computeTotp(secret))
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog.getByRole('heading', { name: 'Your backup codes' })).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(10)
  await expectUsable(guest)
  backupCode = (await dialog.getByRole('listitem').first().textContent()) ?? ''
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await expect(guest.getByRole('button', { name: 'Turn off' })).toBeVisible()

  await guest.getByRole('button', { name: mia.name }).click()
  await guest.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(guest).toHaveURL(/\/sign-in/)
  await givePassword(guest)
  await expect(guest.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
  await expectUsable(guest)
  await guest.getByLabel('Code', { exact: true }).fill('000000')
  await guest.getByRole('button', { name: 'Confirm' }).click()
  await expect(guest.getByText('This code is not right')).toBeVisible()
  await guest.getByLabel('Code', { exact: true }).fill(computeTotp(secret))
  await guest.getByRole('button', { name: 'Confirm' }).click()
  await expect(guest).toHaveURL(`${product.url}/`)
})

test('sessions are listed and ended, one by one or all, with their next request', async ({ browser }) => {
  const other = await (await browser.newContext()).newPage()
  await givePassword(other)
  await other.getByRole('button', { name: 'Use a backup code instead' }).click()
  await other.getByLabel('Backup code').fill(backupCode)
  await other.getByRole('button', { name: 'Confirm' }).click()
  await expect(other).toHaveURL(`${product.url}/`)

  await open(guest, '/settings/security')
  await expect(guest.getByText('Chrome on Linux')).toHaveCount(2)
  await expect(guest.getByText('This one')).toHaveCount(1)
  await guest.getByRole('button', { name: /^End the session/ }).click()
  await guest.getByRole('alertdialog').getByRole('button', { name: 'End', exact: true }).click()
  await expect(guest.getByText('Chrome on Linux')).toHaveCount(1)
  await open(other, '/segments')
  await expect(other).toHaveURL(/\/sign-in/)
  await other.context().close()

  await open(page, '/settings/people')
  await page.getByRole('button', { name: `Sign ${mia.name} out everywhere` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText(`${mia.name} was signed out of 1 session.`)).toBeVisible()
  await open(guest, '/segments')
  await expect(guest).toHaveURL(/\/sign-in/)
})

test('somebody who was removed is told so, and joins again with one click', async () => {
  await givePassword(guest)
  await guest.getByLabel('Code', { exact: true }).fill(computeTotp(secret))
  await guest.getByRole('button', { name: 'Confirm' }).click()
  await expect(guest).toHaveURL(`${product.url}/`)
  await open(page, '/settings/people')
  await memberRow()
    .getByRole('button', { name: `Remove ${mia.name}` })
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(`${mia.name} was removed.`)).toBeVisible()
  await expect(memberRow()).toHaveCount(0)
  await open(guest, '/data')
  await expect(guest.getByRole('heading', { name: 'You belong to no workspace' })).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expectUsable(guest)
  // A notice that is fading has no contrast to speak of.
  await open(page, '/settings/people')
  const again = await makeLink('Mia once more', 'analyst')
  await visit(guest, again)
  await expectUsable(guest)
  await guest.getByRole('button', { name: 'Join Larkhollow' }).click()
  await expect(guest).toHaveURL(`${product.url}/`)
})

test('who forgot their password chooses a new one by a link, and every session ends', async () => {
  await open(page, '/settings/people')
  await page.getByRole('button', { name: `Make a link for a new password of ${mia.name}` }).click()
  const dialog = page.getByRole('dialog')
  await expectUsable(page)
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const address = (await dialog.getByText(/\/password\//).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await visit(guest, address)
  await expectUsable(guest)
  mia.password = 'yet-another-good-password'
  await guest.getByLabel('New password').fill(mia.password)
  await guest.getByRole('button', { name: 'Save the password' }).click()
  await expect(guest).toHaveURL(/\/sign-in/)
  await expect(guest.getByText('Your new password is saved.')).toBeVisible()
  await givePassword(guest)
  await expect(guest.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
  await visit(guest, address)
  await expect(guest.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
  await expectUsable(guest)
})

test('the audit log tells all of it, can be filtered, and is downloaded', async () => {
  await open(page, '/settings/audit')
  await expectUsable(page)
  const table = page.getByRole('table', { name: /Entries of the log/ })
  for (const text of [
    'Set up Personae',
    'Made an invitation link',
    'Withdrew an invitation link',
    'Joined through an invitation link',
    'Changed a role',
    'Turned two-factor sign-in on',
    'Tried to sign in',
    'Signed out',
    'Ended sessions',
    'Removed a person',
    'Made a link for a person’s new password',
    'Chose a new password through a link',
  ])
    await expect(table.getByText(text).first()).toBeVisible()
  await page.getByLabel('What').selectOption({ label: 'Sign-ins' })
  await page.getByLabel('Who').selectOption({ label: mia.name })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/group=session/)
  await expect(table.getByText('Removed a person')).toHaveCount(0)
  await expect(table.getByText('Reason: wrong code')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  const text = await readFile((await (await download).path()) ?? '', 'utf8')
  expect(text).toContain('"session.refused"')
  expect(text).not.toContain('member.remove')
  await page.getByRole('link', { name: 'Reset' }).click()
  await expect(table.getByText('Downloaded the audit log')).toBeVisible()
})
