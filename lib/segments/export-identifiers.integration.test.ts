import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openWarehouse, queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { identifierRule } from './export-identifiers'
import { exportFormats } from './export-schema'

const character = fc.constantFrom(
  ...'aZ9.@+-()0 \t\n\v\u00a0\u2009\u3000\ufeff\u200b\u180e\u0130'.split(''),
  'é',
  '例',
  '😀',
  'gmail.com',
  '00',
)
const text = fc.string({ unit: character, maxLength: 14 })
const likely = fc.tuple(text, fc.constantFrom('@', ' @ '), text).map((parts) => parts.join(''))
const phone = fc.string({ unit: fc.constantFrom(...'+0123456789 ()-'), maxLength: 20 })
const cells = fc.oneof(text, likely, phone, fc.constantFrom('f'.repeat(64), ` ${'A'.repeat(64)}\u00a0`))

it('counts in SQL exactly those identifiers that are written', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'personae-test-'))
  const warehouse = await openWarehouse(dataDir, { memory: '200MB', threads: 1 })
  const samples = [...new Set(fc.sample(cells, { numRuns: 3000, seed: 7 }))].map((cell) =>
    cell.replaceAll('\0', ''),
  )
  const values = samples.map((cell) => `(${quoteText(cell)})`).join(', ')
  for (const format of exportFormats) {
    for (const column of ['customer_id', 'email', 'phone'] as const) {
      const rule = identifierRule(format, column)
      if (!rule) continue
      const rows = await queryRows<{ cell: string; usable: boolean }>(
        warehouse,
        `SELECT cell, ${rule.usable('cell')} AS usable FROM (VALUES ${values}) given(cell)`,
      )
      const wrong = rows.filter(({ cell, usable }) => (rule.write(cell) !== '') !== usable)
      expect({ format, column, wrong }).toEqual({ format, column, wrong: [] })
      expect(rows.some(({ usable }) => usable) && rows.some(({ usable }) => !usable)).toBe(true)
    }
  }
  warehouse.closeSync()
  await rm(dataDir, { recursive: true })
})
