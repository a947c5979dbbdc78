import type { DuckDBInstance } from '@duckdb/node-api'
import { vi } from 'vitest'
import type { Member } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import type { Database } from '@/lib/server/database'
import type { Role } from '@/lib/shared/roles'
import { type JobRun, runNextJob } from '@/lib/tooling/run-job'
import { openTestDatabase } from '@/lib/tooling/test-databases'
import type { BatchFile } from '@/lib/warehouse/dataset'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteText } from '@/lib/warehouse/sql'
import { type TableName, tableColumns } from '@/lib/warehouse/tables'
import type { KmeansView } from './schema'
import { createSegmentation, getSegmentation } from './service'
import type { KmeansSettings } from './settings-schema'

type Cell = string | number | boolean | null

export type TestBrand = {
  database: Database
  dataDir: string
  warehouse: DuckDBInstance
  analyst: Member
  viewer: Member
  /** an owner of another workspace */
  stranger: Member
  /** Adds a batch of rows; columns not named are empty. */
  publish: (table: TableName, rows: Record<string, Cell>[]) => Promise<void>
  /** Adds a batch from a query that gives the named columns. */
  publishSelect: (table: TableName, columns: readonly string[], select: string) => Promise<void>
  batches: () => Promise<BatchFile[]>
  runJob: () => Promise<JobRun>
  /** Creates a segmentation by k-means, runs its job, returns what it became. */
  segment: (settings?: Partial<KmeansSettings>) => Promise<KmeansView>
  /** Forgets data, segmentations, exports and events. */
  clear: () => Promise<void>
  close: () => Promise<void>
}

export const basicSettings: KmeansSettings = {
  kind: 'kmeans',
  name: 'Spring',
  features: ['recency', 'frequency', 'monetary'],
  asOf: '2024-12-31',
  k: 'auto',
  preparation: {},
  similarTo: null,
}

async function createMember(database: Database, workspaceId: string, role: Role): Promise<Member> {
  const email = `${role}-${workspaceId}@example.com`
  const { id: userId } = await database.user.create({ data: { name: `The ${role}`, email } })
  await database.member.create({ data: { workspaceId, userId, role } })
  return { workspaceId, userId, role }
}

async function createWorkspace(database: Database, name: string): Promise<string> {
  const data = { name, currency: 'EUR', timeZone: 'UTC', language: 'en' }
  return (await database.workspace.create({ data })).id
}

/** A finished import with one batch, as the import job leaves it. */
async function createBatch(database: Database, workspaceId: string, table: string, file: string) {
  const data = { workspaceId, fileName: `${table}.csv`, bytes: 1, sha256: file }
  const upload = await database.upload.create({ data })
  const job = await database.job.create({
    data: { workspaceId, kind: 'import', payload: {}, status: 'completed' },
  })
  const { id: importId } = await database.import.create({
    data: { workspaceId, uploadId: upload.id, table, mapping: {}, jobId: job.id },
  })
  await database.batch.create({ data: { workspaceId, importId, table, file, rows: 1, bytes: 1 } })
}

/** The product's own database, data folder and warehouse, for one test file. */
export async function openTestBrand(provider: 'sqlite' | 'postgresql'): Promise<TestBrand> {
  const { database, dataDir, close } = await openTestDatabase(provider)
  const warehouse = await openWarehouse(dataDir, { memory: '500MB', threads: 2 })
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubGlobal('personaeDatabase', Promise.resolve(database))
  vi.stubGlobal('personaeWarehouse', Promise.resolve(warehouse))
  const workspaceId = await createWorkspace(database, 'Brand')
  const analyst = await createMember(database, workspaceId, 'analyst')

  const publishSelect: TestBrand['publishSelect'] = async (table, columns, select) => {
    const file = `${crypto.randomUUID()}.parquet`
    const typed = Object.entries(tableColumns[table]).map(([name, type]) =>
      columns.includes(name) ? `${name}::${type} AS ${name}` : `NULL::${type} AS ${name}`,
    )
    const connection = await warehouse.connect()
    const whole = `SELECT ${typed.join(', ')} FROM (${select})`
    await publishParquet(connection, whole, warehousePath(dataDir, file))
    connection.closeSync()
    await createBatch(database, workspaceId, table, file)
  }
  const runJob = () => runNextJob({ database, dataDir })

  return {
    database,
    dataDir,
    warehouse,
    analyst,
    viewer: await createMember(database, workspaceId, 'viewer'),
    stranger: await createMember(database, await createWorkspace(database, 'Other'), 'owner'),
    publishSelect,
    publish: async (table, rows) => {
      const columns = [...new Set(rows.flatMap(Object.keys))]
      const literal = (cell: Cell | undefined) => (cell == null ? 'NULL' : quoteText(String(cell)))
      const values = rows.map((row) => `(${columns.map((name) => literal(row[name])).join(', ')})`)
      await publishSelect(
        table,
        columns,
        `SELECT * FROM (VALUES ${values.join(', ')}) given(${columns.join(', ')})`,
      )
    },
    batches: () => listBatches(database, workspaceId),
    runJob,
    segment: async (settings = {}) => {
      const { segmentationId } = await createSegmentation(analyst, { ...basicSettings, ...settings })
      const { error } = await runJob()
      if (error) throw new Error(`The job failed: ${error.code}`)
      const view = await getSegmentation(analyst, segmentationId)
      if (view.state !== 'completed') throw new Error(`The segmentation is ${view.state}`)
      if (view.kind !== 'kmeans') throw new Error(`The segmentation is of kind ${view.kind}`)
      return view
    },
    clear: async () => {
      await database.segmentation.deleteMany()
      await database.import.deleteMany()
      await database.upload.deleteMany()
      await database.job.deleteMany()
      await database.auditEvent.deleteMany()
    },
    close: async () => {
      vi.unstubAllEnvs()
      vi.unstubAllGlobals()
      warehouse.closeSync()
      await close()
    },
  }
}
