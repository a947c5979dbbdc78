import type { DuckDBInstance } from '@duckdb/node-api'
import { vi } from 'vitest'
import type { Mapping, TableMapping } from '@/lib/csv/mapping'
import type { Member } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import type { Database } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import { type JobRun, runNextJob } from '@/lib/tooling/run-job'
import { openTestDatabase } from '@/lib/tooling/test-databases'
import { datasetTables } from '@/lib/warehouse/dataset'
import { openWarehouse, queryRows, type Row } from '@/lib/warehouse/duckdb'
import type { ImportDetail, InspectionResult } from './schema'
import { checkImport, confirmImport, getImport } from './service'
import { getInspection, storeUpload } from './upload-service'

/** Changes the file's own table, or the whole mapping. */
export type Change = Partial<TableMapping> | ((guess: Mapping) => Mapping)

function applyChange(guess: Mapping, change: Change): Mapping {
  if (typeof change === 'function') return change(guess)
  const [own, ...others] = guess.tables
  return { ...guess, tables: [{ ...(own as TableMapping), ...change }, ...others] }
}

export type TestWorkspace = {
  database: Database
  databaseUrl: string
  dataDir: string
  warehouse: DuckDBInstance
  owner: Member
  /** A member of another workspace. */
  stranger: Member
  /** Stores a text as the owner's upload. */
  upload: (text: string | Uint8Array, name?: string) => Promise<{ uploadId: string }>
  /** Has an upload inspected, and returns what was found. Throws why it cannot be read. */
  inspect: (uploadId: string) => Promise<InspectionResult>
  /** Uploads and inspects a text and checks its import as it is recognised, with changes to the mapping. */
  checkText: (text: string | Uint8Array, change?: Change, name?: string) => Promise<ImportDetail>
  /** The same, and confirms it. */
  importText: (text: string | Uint8Array, change?: Change, name?: string) => Promise<ImportDetail>
  /** Queries the owner's dataset. */
  select: (sql: string) => Promise<Row[]>
  /** Forgets all uploads and imports. */
  clear: () => Promise<void>
  /** Runs the oldest queued job as a worker would, in this process. */
  runJob: () => Promise<JobRun>
  close: () => Promise<void>
}

async function createMember(database: Database, name: string): Promise<Member> {
  const settings = { name: `${name}’s brand`, currency: 'EUR', timeZone: 'UTC', language: 'en' }
  const { id: workspaceId } = await database.workspace.create({ data: settings })
  const { id: userId } = await database.user.create({ data: { name, email: `${name}@example.com` } })
  await database.member.create({ data: { workspaceId, userId, role: 'owner' } })
  return { workspaceId, userId, role: 'owner' }
}

/** The product's own database, data folder and warehouse, for one test file; two brands, each with an owner. */
export async function openTestWorkspace(provider: 'sqlite' | 'postgresql'): Promise<TestWorkspace> {
  const { database, databaseUrl, dataDir, close } = await openTestDatabase(provider)
  const warehouse = await openWarehouse(dataDir, { memory: '500MB', threads: 2 })
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubGlobal('personaeDatabase', Promise.resolve(database))
  vi.stubGlobal('personaeWarehouse', Promise.resolve(warehouse))
  const owner = await createMember(database, 'Ada')
  const upload: TestWorkspace['upload'] = (text, name = 'file.csv') =>
    storeUpload(owner, name, sendText(text), Buffer.byteLength(text))
  const runJob = () => runNextJob({ database, dataDir })
  const inspect: TestWorkspace['inspect'] = async (uploadId) => {
    while ((await getInspection(owner, uploadId)).state === 'queued') await runJob()
    const { result, error } = await getInspection(owner, uploadId)
    if (error) throw new AppError(error.code, error.params)
    if (!result) throw new Error('The file holds several tables')
    return result
  }
  const checkText: TestWorkspace['checkText'] = async (text, change = {}, name) => {
    const { uploadId } = await upload(text, name)
    const { guess } = await inspect(uploadId)
    const { importId } = await checkImport(owner, { uploadId, mapping: applyChange(guess, change) })
    await runJob()
    return getImport(owner, importId)
  }
  return {
    database,
    databaseUrl,
    dataDir,
    warehouse,
    owner,
    upload,
    inspect,
    checkText,
    importText: async (text, change, name) => {
      const { id } = await checkText(text, change, name)
      await confirmImport(owner, id)
      return getImport(owner, id)
    },
    select: async (sql) => {
      const batches = await listBatches(database, owner.workspaceId)
      return queryRows(warehouse, `WITH ${datasetTables(dataDir, batches)} ${sql}`)
    },
    clear: async () => {
      await database.import.deleteMany()
      await database.upload.deleteMany()
      await database.job.deleteMany()
      await database.knownHeader.deleteMany()
    },
    stranger: await createMember(database, 'Mallory'),
    runJob,
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
