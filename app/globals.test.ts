import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
const light = readTokens(/^:root \{([^}]*)\}/m)
const dark = { ...light, ...readTokens(/^ {2}\.dark \{([^}]*)\}/m) }

/** Text on its ground: WCAG 2.2, 1.4.3 (AA). */
const textPairs = [
  ...['background', 'surface', 'subtle'].flatMap((ground) => [
    ['text', ground],
    ['muted', ground],
    ['accent', ground],
    ['danger', ground],
    ['success', ground],
    ['warning', ground],
    ['info', ground],
  ]),
  ...['accent', 'danger', 'success', 'warning', 'info'].flatMap((tone) => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
    ['muted', `${tone}-soft`],
  ]),
  ...['low', 'mid', 'high'].map((end) => ['text', `diverging-${end}`]),
  ['accent-strong', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
] as [string, string][]

/** Edges of controls, the focus ring and marks of charts: WCAG 2.2, 1.4.11. */
const edgePairs = [
  ...['background', 'surface', 'subtle'].flatMap((ground) => [
    ['border-strong', ground],
    ['focus', ground],
  ]),
  ['accent', 'track'],
  ['success', 'track'],
  ['danger', 'track'],
  ...Array.from({ length: 12 }, (_, index) => [`series-${index + 1}`, 'surface']),
] as [string, string][]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_name, tokens) => {
  it.each(textPairs)('%s is readable on %s', (front, ground) => {
    expect(contrast(color(tokens, front), color(tokens, ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edgePairs)('%s is visible on %s', (front, ground) => {
    expect(contrast(color(tokens, front), color(tokens, ground))).toBeGreaterThanOrEqual(3)
  })

  it('gives every series its own colour', () => {
    const names = Array.from({ length: 12 }, (_, index) => tokens[`series-${index + 1}`])
    expect(new Set(names).size).toBe(12)
  })
})

function readTokens(block: RegExp): Record<string, string> {
  const body = block.exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  )
}

function color(tokens: Record<string, string>, name: string): string {
  const value = tokens[name]
  if (!value) throw new Error(`globals.css has no colour --${name}`)
  return value
}

/** WCAG 2.2 contrast ratio of two sRGB colours written #rrggbb. */
function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
