import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RowLabel } from '@/components/charts/row-label'
import { CustomerIdentity } from '@/components/customers/customer-identity'
import { CustomerReviews } from '@/components/customers/customer-reviews'
import { SegmentCard } from '@/components/segments/segment-card'
import { PageHeader } from '@/components/ui/page-header'
import { naughtyStrings } from '@/lib/data/naughty-strings.fixture'
import { loadMessages } from '@/lib/i18n/messages'
import { createFormats } from '@/lib/shared/formatting'

const root = fileURLToPath(new URL('../..', import.meta.url))
const placeholder = 'PLACEHOLDER'

function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/generated|\.test\./.test(name))
    .map((name) => join(folder, name))
}

const formats = createFormats('en', 'EUR', 'UTC')

/** What shows a brand's own texts: names, headers, values, remarks. */
function showEverywhere(text: string): ReactNode {
  const open = { email: text, phone: text, gender: text, city: text, country: text, name: text }
  const identity = { ...open, birthDate: null, signedUpOn: null, consent: null }
  const suggestion = { name: 'champions', trait: null, traits: [] }
  const segment = {
    ...{ id: 's', position: 0, color: 0, name: text, suggestion, size: 20, revenue: 5, hiddenUnder: null },
    persona: { summary: text, actions: [text] },
    profile: { features: [] } as never,
  }
  const review = { product: text, rating: 4, title: text, text, reviewedOn: null }
  return (
    <>
      <PageHeader title={text} description={text} breadcrumb={[{ label: text, href: '/segments' }]} />
      <CustomerIdentity
        customer={{ id: text, identity: { ...identity, attributes: [{ name: text, value: text }] } }}
        formats={formats}
        personal
      />
      <CustomerReviews reviews={[review]} formats={formats} />
      <SegmentCard segment={segment} href="/s" customers={20} revenue={5} formats={formats} canEdit={false} />
      <RowLabel label={text} href="/products/1" />
    </>
  )
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const escapeText = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? char)

describe('what users name', () => {
  it('is text wherever it is shown, whatever it holds', async () => {
    const messages = await loadMessages('en')
    const render = (text: string) =>
      renderToStaticMarkup(
        <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
          {showEverywhere(text)}
        </NextIntlClientProvider>,
      )
    const template = render(placeholder)
    expect(template.split(placeholder).length).toBeGreaterThan(15)
    // All in one text: what escapes one of them escapes from it too.
    for (const text of [naughtyStrings.join('\n'), '</script><script>', '"><img src=x onerror=alert(1)>']) {
      expect(render(text)).toBe(template.replaceAll(placeholder, () => escapeText(text)))
    }
  })

  it('is never put into a page as markup', () => {
    const markup =
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bsrcDoc=|new Function\(|\beval\(/
    const found = ['app', 'components', 'lib']
      .flatMap(listSources)
      .filter((file) => markup.test(readFileSync(join(root, file), 'utf8')))
    expect(found).toEqual([])
  })
})
