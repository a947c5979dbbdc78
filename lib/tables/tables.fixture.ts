import type { DuckDBInstance } from '@duckdb/node-api'
import { vi } from 'vitest'
import type { Member } from '@/lib/server/access'
import { openTestDatabase, type TestDatabase } from '@/lib/tooling/test-databases'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { batchFormat, type TableName, tableColumns } from '@/lib/warehouse/tables'

export type TestTables = TestDatabase & {
  createMember: (role: Member['role']) => Promise<Member>
  /** One visible batch of a member's table from a query that gives the named columns, in order. */
  publish: (
    member: Member,
    table: TableName,
    columns: string,
    select: string,
    contacts?: number,
  ) => Promise<void>
}

/** The product's own database and warehouse, for one test file. */
export async function openTestTables(provider: 'sqlite' | 'postgresql'): Promise<TestTables> {
  const test = await openTestDatabase(provider)
  const { database, dataDir } = test
  const warehouse: DuckDBInstance = await openWarehouse(dataDir, { memory: '700MB', threads: 2 })
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubGlobal('personaeDatabase', Promise.resolve(database))
  vi.stubGlobal('personaeWarehouse', Promise.resolve(warehouse))
  let position = 0
  return {
    ...test,
    createMember: async (role) => {
      const data = { name: 'Brand', currency: 'EUR', timeZone: 'UTC', language: 'en' }
      const { id: workspaceId } = await database.workspace.create({ data })
      return { userId: 'someone', workspaceId, role }
    },
    publish: async ({ workspaceId }, table, columns, select, contacts = 0) => {
      const given = columns.split(', ')
      const typed = Object.entries(tableColumns[table]).map(([name, type]) =>
        given.includes(name) ? `${name}::${type} AS ${name}` : `NULL::${type} AS ${name}`,
      )
      const file = `${crypto.randomUUID()}.parquet`
      const connection = await warehouse.connect()
      const rows = `SELECT ${typed.join(', ')} FROM (${select}) given(${columns})`
      await publishParquet(connection, rows, warehousePath(dataDir, file))
      connection.closeSync()
      const upload = await database.upload.create({
        data: { workspaceId, fileName: 'file.csv', bytes: 1, sha256: file },
      })
      const job = await database.job.create({
        data: { workspaceId, kind: 'import', payload: {}, status: 'completed' },
      })
      const { id: importId } = await database.import.create({
        data: { workspaceId, uploadId: upload.id, table, mapping: {}, jobId: job.id },
      })
      position++
      await database.batch.create({
        data: {
          workspaceId,
          importId,
          table,
          file,
          rows: 1,
          bytes: 1,
          contacts,
          position,
          format: batchFormat,
        },
      })
    },
    close: async () => {
      vi.unstubAllEnvs()
      vi.unstubAllGlobals()
      warehouse.closeSync()
      await test.close()
    },
  }
}
