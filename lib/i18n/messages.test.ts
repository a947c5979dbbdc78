import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { defaultLocale, type Locale, locales } from '@/lib/shared/locales'

type Messages = { [key: string]: string | Messages }

const folder = new URL('./messages/', import.meta.url)
const listFiles = (locale: Locale) => readdirSync(new URL(`${locale}/`, folder)).sort()
const read = (locale: Locale, file: string): Messages =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8'))

/** Every message with its path, 'a.b.c'. */
const flatten = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  )

function findUnsorted(messages: Messages, path = ''): string[] {
  const keys = Object.keys(messages)
  const here = keys.join() === [...keys].sort().join() ? [] : [path || '(top)']
  return here.concat(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [] : findUnsorted(value, `${path}${key}.`),
    ),
  )
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Names of the values a message asks for. */
function listArguments(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const options = 'options' in element ? Object.values(element.options) : []
    const inner = [
      ...options.flatMap(({ value }) => value),
      ...('children' in element ? element.children : []),
    ]
    const own = 'value' in element && element.type !== 0 ? [element.value] : []
    return [...own, ...listArguments(inner)]
  })
}
const argumentsOf = (message: string, locale: Locale) =>
  [...new Set(listArguments(new IntlMessageFormat(message, locale).getAst()))].sort()

describe.each(listFiles(defaultLocale))('%s', (file) => {
  const source = Object.fromEntries(flatten(read(defaultLocale, file)))

  it.each(locales)('has the same messages with the same values in %s', (locale) => {
    const messages = Object.fromEntries(flatten(read(locale, file)))
    expect(Object.keys(messages).sort()).toEqual(Object.keys(source).sort())
    for (const [key, message] of Object.entries(messages)) {
      expect([key, argumentsOf(message, locale)]).toEqual([
        key,
        argumentsOf(source[key] ?? '', defaultLocale),
      ])
      expect([key, message.trim()]).not.toEqual([key, ''])
    }
  })

  it.each(locales)('is sorted in %s', (locale) => {
    expect(findUnsorted(read(locale, file))).toEqual([])
  })
})

it('knows the same namespaces in every language', () => {
  for (const locale of locales) expect(listFiles(locale)).toEqual(listFiles(defaultLocale))
})
