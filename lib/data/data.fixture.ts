import type { DuckDBInstance } from '@duckdb/node-api'
import { vi } from 'vitest'
import { claimJob, completeJob } from '@/lib/jobs/queue'
import type { Member } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import type { Database } from '@/lib/server/database'
import { openTestDatabase } from '@/lib/tooling/test-databases'
import { datasetTables } from '@/lib/warehouse/dataset'
import { openWarehouse, queryRows, type Row } from '@/lib/warehouse/duckdb'
import { importPayloadSchema } from './import-job'
import { runImport } from './run-import'
import type { ImportDetail, Mapping } from './schema'
import { getImport, inspectUpload, startImport, storeUpload } from './service'

export type TestWorkspace = {
  database: Database
  dataDir: string
  warehouse: DuckDBInstance
  owner: Member
  /** A member of another workspace. */
  stranger: Member
  /** Stores a text as the owner's upload. */
  upload: (text: string | Uint8Array, name?: string) => Promise<{ uploadId: string }>
  /** Uploads and imports a text as it is recognised, with changes to the mapping. */
  importText: (text: string, change?: Partial<Mapping>, name?: string) => Promise<ImportDetail>
  /** Queries the owner's dataset. */
  select: (sql: string) => Promise<Row[]>
  /** Forgets all uploads and imports. */
  clear: () => Promise<void>
  /** Runs the oldest queued import as a worker would, in this process; its phases in order. */
  runNextImport: () => Promise<string[]>
  close: () => Promise<void>
}

async function createMember(database: Database, name: string): Promise<Member> {
  const settings = { name: `${name}’s brand`, currency: 'EUR', timeZone: 'UTC', language: 'en' }
  const { id: workspaceId } = await database.workspace.create({ data: settings })
  const { id: userId } = await database.user.create({ data: { name, email: `${name}@example.com` } })
  await database.member.create({ data: { workspaceId, userId, role: 'owner' } })
  return { workspaceId, userId, role: 'owner' }
}

async function runNextImport(database: Database, dataDir: string): Promise<string[]> {
  const job = await claimJob(database, 'test', new Date())
  if (!job) throw new Error('No job is queued')
  const phases: string[] = []
  await runImport({
    jobId: job.id,
    workspaceId: job.workspaceId,
    payload: importPayloadSchema.parse(job.payload),
    database,
    dataDir,
    progress: ({ phase }) => void (phases.at(-1) !== phase && phases.push(phase)),
    commit: (write) => completeJob(database, job.id, 'test', write, new Date()),
  })
  return phases
}

/** The product's own database, data folder and warehouse, for one test file; two brands, each with an owner. */
export async function openTestWorkspace(provider: 'sqlite' | 'postgresql'): Promise<TestWorkspace> {
  const { database, dataDir, close } = await openTestDatabase(provider)
  const warehouse = await openWarehouse(dataDir, { memory: '500MB', threads: 2 })
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubGlobal('personaeDatabase', Promise.resolve(database))
  vi.stubGlobal('personaeWarehouse', Promise.resolve(warehouse))
  const owner = await createMember(database, 'Ada')
  const upload: TestWorkspace['upload'] = (text, name = 'file.csv') =>
    storeUpload(owner, name, sendText(text), Buffer.byteLength(text))
  return {
    database,
    dataDir,
    warehouse,
    owner,
    upload,
    importText: async (text, change = {}, name) => {
      const { uploadId } = await upload(text, name)
      const { guess } = await inspectUpload(owner, uploadId)
      const { importId } = await startImport(owner, { uploadId, mapping: { ...guess, ...change } })
      await runNextImport(database, dataDir)
      return getImport(owner, importId)
    },
    select: async (sql) => {
      const batches = await listBatches(database, owner.workspaceId)
      return queryRows(warehouse, `WITH ${datasetTables(dataDir, batches)} ${sql}`)
    },
    clear: async () => {
      await database.import.deleteMany()
      await database.job.deleteMany()
      await database.upload.deleteMany()
    },
    stranger: await createMember(database, 'Mallory'),
    runNextImport: () => runNextImport(database, dataDir),
    close: async () => {
      vi.unstubAllEnvs()
      vi.unstubAllGlobals()
      warehouse.closeSync()
      await close()
    },
  }
}

/** A text as the body of an upload, in small pieces. */
export async function* sendText(text: string | Uint8Array, piece = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}
