import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { contentPolicy, emptyStyles, sonnerStyles } from './content-policy'

const policy = contentPolicy('abc', false)

it('knows the style sheet that sonner puts into the page', () => {
  const source = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8')
  const [, sheet] = /^__insertCSS\((".*")\)/m.exec(source) ?? []
  const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
  expect(sonnerStyles).toBe(digest(JSON.parse(sheet ?? '""')))
  expect(emptyStyles).toBe(digest(''))
})

it('lets no script and no style sheet run without the nonce', () => {
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("style-src-elem 'self' 'nonce-abc' 'sha256-")
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
  expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1)
})

it.each(['object-src', 'base-uri', 'frame-ancestors'])('closes %s', (directive) => {
  expect(policy).toContain(`${directive} 'none'`)
})
