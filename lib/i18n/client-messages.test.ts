import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages as english } from './client-en'
import { messages as chinese } from './client-zh-cn'

/** What only the server says. */
const serverOnly = ['rejects']

describe('the words that browsers get', () => {
  const namespaces = readdirSync(new URL('./messages/en/', import.meta.url))
    .map((file) => file.replace('.json', ''))
    .filter((name) => !serverOnly.includes(name))
    .sort()

  it('are those of every namespace, in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(namespaces)
    expect(Object.keys(chinese).sort()).toEqual(namespaces)
    expect(english.ui).not.toEqual(chinese.ui)
  })
})
