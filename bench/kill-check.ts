import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { importSerially, selectPeople } from '@/lib/data/serial-model.fixture'
import { dataFolders, listNamedFiles } from '@/lib/jobs/named-files'
import { sweepOrphans } from '@/lib/jobs/sweep'
import { listBatches } from '@/lib/server/batches'
import type { Database } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { datasetTables } from '@/lib/warehouse/dataset'
import { openWarehouse, queryRows, type Row } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { drawFile, type Work } from './kill-work'

export type Findings = {
  lost: string[]
  halfVisible: string[]
  unfinished: string[]
  orphans: string[]
  others: string[]
}

const hour = 3_600_000

async function checkSqlite(database: Database): Promise<string[]> {
  const [integrity] = await database.$queryRawUnsafe<Row[]>('PRAGMA integrity_check')
  const broken = await database.$queryRawUnsafe<Row[]>('PRAGMA foreign_key_check')
  return [
    ...(integrity?.integrity_check === 'ok' ? [] : [`SQLite: ${JSON.stringify(integrity)}`]),
    ...(broken.length > 0 ? [`SQLite: ${broken.length} broken references`] : []),
  ]
}

/** Looks for everything that must not be after all that work and all those kills. */
export async function findFaults(database: Database, dataDir: string, work: Work): Promise<Findings> {
  const faults: Findings = { lost: [], halfVisible: [], unfinished: [], orphans: [], others: [] }
  const { id: workspaceId } = await database.workspace.findFirstOrThrow()
  if (readEnv().provider === 'sqlite') faults.others.push(...(await checkSqlite(database)))

  const jobs = await database.job.findMany()
  for (const { id, kind, status, phase } of jobs)
    if (status === 'queued' || status === 'running')
      faults.unfinished.push(`${kind} ${id} ${status} ${phase}`)

  const imports = await database.import.findMany({ include: { job: true, batches: true } })
  for (const { importId, rows, undone } of work.acknowledged) {
    const found = imports.find(({ id }) => id === importId)
    const right =
      found?.stage === (undone ? 'undone' : 'imported') &&
      found.rowsRead === rows &&
      found.rowsAccepted === rows
    if (!right) faults.lost.push(`${importId}: ${found?.stage}, ${found?.rowsRead} of ${rows} rows`)
  }
  const warehouse = await openWarehouse(dataDir, { memory: '500MB', threads: 2 })
  for (const { id, stage, job, batches } of imports) {
    const visible = batches.filter((batch) => batch.visible)
    if (
      stage === 'imported' &&
      (job.status !== 'completed' || visible.length !== batches.length || !visible[0])
    )
      faults.halfVisible.push(`${id} imported, its job ${job.status}, ${visible.length} batches`)
    if (stage !== 'imported' && visible.length > 0) faults.halfVisible.push(`${id} ${stage}, yet visible`)
    for (const { file, rows } of batches) {
      const path = warehousePath(dataDir, file)
      const [counted] = existsSync(path)
        ? await queryRows<{ n: number }>(
            warehouse,
            `SELECT count(*) AS n FROM read_parquet(${quoteText(path)})`,
          )
        : []
      if (counted?.n !== rows) faults.halfVisible.push(`${file}: ${counted?.n ?? 'no file'} of ${rows} rows`)
    }
  }

  // The dataset is what the same files give one after the other, in the order in which they became visible.
  const seeds = new Map(work.acknowledged.map(({ importId, seed }) => [importId, seed]))
  const batches = await listBatches(database, workspaceId)
  const people = await database.batch.findMany({
    where: { visible: true, table: 'customers' },
    orderBy: { position: 'asc' },
  })
  const known = people.filter(({ importId }) => seeds.has(importId))
  if (known.length !== people.length) faults.others.push('An import counts that nobody was told of')
  const expected = importSerially(known.map(({ importId }) => drawFile(seeds.get(importId) as number)))
  const shown = await queryRows(warehouse, `WITH ${datasetTables(dataDir, batches)} ${selectPeople}`)
  if (JSON.stringify(shown) !== JSON.stringify(expected))
    faults.lost.push(`The dataset has ${shown.length} people, not the ${expected.length} of a serial import`)

  for (const id of work.segmentations) {
    const found = await database.segmentation.findUnique({ where: { id }, include: { job: true } })
    if (found?.job.status !== 'completed' || !existsSync(warehousePath(dataDir, found.file ?? '-')))
      faults.lost.push(`segmentation ${id}`)
  }
  for (const [id, whole] of work.exports) {
    const found = await database.export.findUnique({ where: { id } })
    if (whole && found?.outcome !== 'completed') faults.lost.push(`export ${id}: ${found?.outcome}`)
  }

  await sweepOrphans(database, dataDir, Date.now() + 25 * hour)
  const named = await listNamedFiles(database)
  for (const folder of dataFolders)
    for (const name of await readdir(join(dataDir, folder)).catch(() => []))
      if (!named[folder].has(name)) faults.orphans.push(`${folder}/${name}`)
  for (const name of await readdir(join(dataDir, 'tmp'))) faults.orphans.push(`tmp/${name}`)
  for (const file of named.warehouse)
    if (!existsSync(warehousePath(dataDir, file))) faults.lost.push(`warehouse/${file}`)
  const started = await database.export.count({ where: { outcome: 'started' } })
  if (started > 0) faults.unfinished.push(`${started} exports`)
  warehouse.closeSync()
  return faults
}
