import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openWarehouse, queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { type Anonymity, anonymitySql } from './k-anonymity'

type Rows = (string | null)[][]

function measure(rows: Rows, threshold: number): Anonymity | { k: null; inSmallGroups: number } {
  const sizes = new Map<string, number>()
  for (const row of rows) {
    // in a file an unknown value and an empty one are the same
    const key = JSON.stringify(row.map((cell) => cell ?? ''))
    sizes.set(key, (sizes.get(key) ?? 0) + 1)
  }
  const small = [...sizes.values()].filter((size) => size < threshold)
  const k = sizes.size > 0 ? Math.min(...sizes.values()) : null
  return { k: k as number, inSmallGroups: small.reduce((sum, size) => sum + size, 0) }
}

it('finds the smallest group of people who look the same', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'personae-test-'))
  const warehouse = await openWarehouse(dataDir, { memory: '200MB', threads: 1 })
  const cell = fc.constantFrom('a', "b'", '', null)
  const tables = fc.array(
    fc.tuple(cell, cell).map((row) => [...row]),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(tables, fc.integer({ min: 1, max: 12 }), async (rows, threshold) => {
      const literal = (value: string | null) => (value === null ? 'NULL::VARCHAR' : quoteText(value))
      const values = [['x', null] as const, ...rows].map(([a = null, b = null]) => [a, b].map(literal).join())
      const source = `FROM (SELECT * FROM (VALUES ${values.map((row) => `(${row})`).join()}) given(a, b) OFFSET 1)`
      const [found] = await queryRows(warehouse, anonymitySql(['a', 'b'], source, threshold))
      expect(found).toEqual(measure(rows, threshold))
    }),
    { numRuns: 60 },
  )
  warehouse.closeSync()
  await rm(dataDir, { recursive: true })
})
