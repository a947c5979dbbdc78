import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arePlainArguments } from './action-arguments'

// The encoder that Next brings and the browser uses; it has no types and expects its bundler's loader.
Object.assign(globalThis, { __turbopack_load_by_url__: () => {}, __turbopack_require__: () => {} })
const { encodeReply } = (await import(
  // @ts-expect-error no types
  'next/dist/compiled/react-server-dom-turbopack/client.node'
)) as { encodeReply: (value: unknown) => Promise<string | FormData> }

describe('arePlainArguments', () => {
  it('takes whatever React makes of plain values', async () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.string().map((text) => `$${text}`),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.date({ noInvalidDate: true }),
    )
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        leaf,
        fc.array(tie('any')),
        fc.dictionary(fc.string(), tie('any'), { noNullPrototype: true }),
      ),
    })).any
    await fc.assert(
      fc.asyncProperty(value, async (input) => {
        const body = await encodeReply([{ input }])
        expect(arePlainArguments(String(body)), String(body)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('takes a value that occurs twice', async () => {
    const columns = { id: 1, list: ['a'] }
    const body = await encodeReply([{ first: columns, again: columns, part: columns.list }])
    expect(body).toContain('$0:')
    expect(arePlainArguments(String(body))).toBe(true)
  })

  it.each([
    '',
    'nonsense',
    '{}',
    '"text"',
    'null',
    '["$F1"]',
    '["$h1"]',
    '["$@1"]',
    '["$K1"]',
    '["$Q1"]',
    '["$B1"]',
    '["$1"]',
    '["$1:__proto__:then"]',
    '["$0:__proto__:then"]',
    '["$0:0:constructor:constructor"]',
    '[{"then":"$0:then"}]',
    '[{"a":{"b":["$F1"]}}]',
    `${'['.repeat(200_000)}`,
  ])('refuses %.40s', (body) => {
    expect(arePlainArguments(body)).toBe(false)
  })
})
