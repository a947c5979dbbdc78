import { afterEach, describe, expect, it, vi } from 'vitest'
import { logUnexpected, redact } from './log'

afterEach(() => vi.restoreAllMocks())

describe('redact', () => {
  it('drops quoted values and e-mail addresses', () => {
    expect(redact(`Could not convert string 'José' to INT32 for ann@example.com`)).toBe(
      'Could not convert string "…" to INT32 for …',
    )
  })

  it.each([
    [`Conversion Error: value 'O'Brien, Zoe' of "x" is none`, 'Conversion Error: value "…" is none'],
    ['CSV Error on Line: 2\nOriginal Line: Zoe,Quux,abc\nError', 'CSV Error on Line: 2 Original Line: …'],
    ['Type INT64 with value 4915112345678 is out of range', 'Type INT64 with value … is out of range'],
    ["Can't reach the database at localhost:5432", "Can't reach the database at localhost:5432"],
    ['Invalid value "Zoe Quux', 'Invalid value "…"'],
    ['Binder Error: no such column LINE 1: SELECT Zoe', 'Binder Error: no such column LINE 1: …'],
  ])('drops what %s copies of the data', (message, left) => {
    expect(redact(message)).toBe(left)
  })

  it('keeps only the reason of a Prisma message', () => {
    const message =
      'Invalid `database.user.create()` invocation:\n{ name: "Ann" }\n\nUnique constraint failed'
    expect(redact(message)).toBe('Unique constraint failed')
  })
})

describe('logUnexpected', () => {
  it('writes one JSON line with time, reference and stack', () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => {})
    const reference = logUnexpected(new Error("no column 'salary'"))
    const text = String(written.mock.calls[0]?.[0])
    const line = JSON.parse(text)
    expect(text).not.toContain('\n')
    expect(line).toMatchObject({ level: 'error', reference, name: 'Error', message: 'no column "…"' })
    expect(line.time).toMatch(/^\d{4}-.*Z$/)
    expect(line.stack[0]).toMatch(/^at /)
    expect(text).not.toContain('salary')
  })

  it('copes with thrown things that are no errors', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(logUnexpected('x', 'ref-1')).toBe('ref-1')
  })
})
