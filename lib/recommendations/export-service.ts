import 'server-only'
import type { z } from 'zod'
import { formatRecord, guardCell } from '@/lib/csv/write-record'
import { type Member, requireRole } from '@/lib/server/access'
import { csvResponse } from '@/lib/server/csv-response'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { warehousePath } from '@/lib/warehouse/paths'
import type { recommenderExportSchema } from './export-schema'
import { openExport } from './queries-export'
import { findNamedGroups } from './repository'
import * as repository from './repository-exports'
import { requireFinished } from './service'

/** Read by spreadsheets as UTF-8; no cell can run as a formula. */
const byteOrderMark = '\uFEFF'
const formatLine = (cells: readonly (string | null)[]) =>
  `${formatRecord(cells.map((cell) => guardCell(cell ?? '')))}\r\n`

/** Records an export and returns where to download it, once; throws AppError forbidden or notFound. */
export async function prepareExport(
  member: Member,
  request: z.output<typeof recommenderExportSchema>,
): Promise<{ exportId: string; url: string }> {
  requireRole(member, 'analyst')
  const { database } = await requireFinished(member.workspaceId, request.recommenderId)
  const exportId = await repository.createExport(database, member, request)
  return { exportId, url: `/api/recommenders/exports/${exportId}` }
}

/** The prepared export as a streamed CSV; its record ends as completed after the last byte. */
export async function downloadExport(member: Member, exportId: string): Promise<Response> {
  requireRole(member, 'analyst')
  const { recommenderId, name, what, productId } = await repository.takeExport(
    await getDatabase(),
    member,
    exportId,
  )
  const { database, settings, dataset, lists, products } = await requireFinished(
    member.workspaceId,
    recommenderId,
  )
  const groups = settings.segmentationId
    ? await findNamedGroups(database, member.workspaceId, settings.segmentationId)
    : null
  const { columns, rows } = await openExport(await getWarehouse(), what, {
    ...dataset,
    ...{ lists, products, productId },
    segmentation: groups && { path: warehousePath(dataset.dataDir, groups.file), names: groups.names },
    length: settings.length,
  })
  async function* writeLines() {
    for await (const chunk of rows) yield { text: chunk.map(formatLine).join(''), rows: chunk.length }
  }
  return csvResponse({
    name,
    header: byteOrderMark + formatLine(columns),
    chunks: writeLines(),
    onEnd: (outcome, count) => repository.finishExport(database, member, exportId, columns, outcome, count),
  })
}
