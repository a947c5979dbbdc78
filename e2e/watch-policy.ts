import type { Page } from '@playwright/test'

/** Adds to `refused` what the browser refuses because of a page's policy. */
export async function watchPolicy(page: Page, refused: string[]): Promise<Page> {
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text()))
      refused.push(`${page.url()} ${message.text()}`)
  })
  await page.exposeFunction('reportRefused', (what: string) => refused.push(`${page.url()} ${what}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const report = (window as unknown as { reportRefused: (what: string) => void }).reportRefused
      report(`${effectiveDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  return page
}
