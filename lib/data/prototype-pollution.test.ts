import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { profileRecords } from '@/lib/csv/column-profiles.fixture'
import { guessMapping } from '@/lib/csv/guess-mapping'
import { preparationSchema } from '@/lib/segments/settings-schema'
import { requireMember } from '@/lib/server/access'
import { runAction } from '@/lib/server/action'
import { readJson } from '@/lib/server/read-json'
import { checkMapping } from './check-mapping'
import { mappingSchema } from './schema'

vi.mock('@/lib/server/access', () => ({ requireMember: vi.fn() }))

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
const before = Object.getOwnPropertyNames(Object.prototype)

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

/** A body that would change every object if it were merged into one by its names. */
const body = `{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "known": "yes",
  "inner": {"__proto__": {"polluted": true}, "a": 1}}`
const schema = z.object({ known: z.string(), inner: z.record(z.string(), z.unknown()) })

describe('names that objects are born with', () => {
  it('change nothing in the bodies of requests and actions', async () => {
    const request = new Request('http://localhost/', { method: 'POST', body })
    const read = await readJson(request, schema)
    vi.mocked(requireMember).mockResolvedValue({ userId: 'u', workspaceId: 'w', role: 'analyst' })
    const acted = await runAction(schema, JSON.parse(body), async (value) => value)
    for (const value of [read, acted.ok ? acted.data : null]) {
      expect(Object.keys(value ?? {})).toEqual(['known', 'inner'])
      expect(Object.getPrototypeOf(value?.inner)).toBe(Object.prototype)
      expect(value?.inner.polluted).toBeUndefined()
    }
  })

  it('are no fields of a mapping, and no columns of its formats', () => {
    for (const name of names) {
      const columns = JSON.parse(`{"order_id": 0, "${name}": 1}`)
      const formats = JSON.parse(`{"${name}": {"dates": "dmy", "polluted": true}}`)
      const given = { tables: [{ table: 'orders', mode: 'update', columns }], formats }
      const parsed = mappingSchema.safeParse(given)
      if (name === '__proto__')
        expect(Object.keys(parsed.data?.tables[0]?.columns ?? {})).toEqual(['order_id'])
      else expect(parsed.success).toBe(false)
      const plain = { ...given, formats: {} }
      expect(() => checkMapping(mappingSchema.parse(plain), 3)).toThrow(/mappingInvalid|fieldsMissing/)
    }
  })

  it('are no settings of a figure', () => {
    const settings = z.record(z.string(), preparationSchema).parse(JSON.parse('{"__proto__": {"weight": 2}}'))
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype)
    expect(settings.weight).toBeUndefined()
  })

  it('are columns like any other as the headers of a file', () => {
    const headers = ['customer_id', ...names]
    const records = [['1', ...names.map((name) => `value of ${name}`)]]
    const { mapping, evidence } = guessMapping(headers, profileRecords(headers.length, records))
    expect(mapping.tables).toEqual([
      {
        table: 'customers',
        mode: 'update',
        columns: { customer_id: 0 },
        attributes: names.map((_, at) => at + 1),
      },
    ])
    expect(Object.keys(evidence.fields)).toEqual(['customers.customer_id'])
  })
})
