import 'server-only'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { csvResponse } from '@/lib/server/csv-response'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { warehousePath } from '@/lib/warehouse/paths'
import { formatHeader, formatPerson } from './export-rows'
import { countExport, streamPeople } from './queries-export'
import { findSegment } from './repository'
import * as repository from './repository-exports'
import type { ExportCounts, ExportRecord, ExportRequest } from './schema'

async function requireSegment(member: Member, segmentId: string) {
  requireRole(member, 'analyst')
  const database = await getDatabase()
  const { position, file, segmentation } = await findSegment(database, member.workspaceId, segmentId)
  const { dataDir } = readEnv()
  return {
    database,
    segmentation,
    dataset: { dataDir, batches: await listBatches(database, member.workspaceId) },
    result: { path: warehousePath(dataDir, file), segment: position },
  }
}

/** How many people an export of the segment would hold. */
export async function getExportCounts(member: Member, segmentId: string): Promise<ExportCounts> {
  const { dataset, result } = await requireSegment(member, segmentId)
  return countExport(await getWarehouse(), dataset, result)
}

/** Records an export and returns where to download it, once. */
export async function prepareExport(
  member: Member,
  request: ExportRequest,
): Promise<{ exportId: string; url: string }> {
  const { database, segmentation } = await requireSegment(member, request.segmentId)
  const exportId = await repository.createExport(database, member, segmentation.id, request)
  return { exportId, url: `/api/exports/${exportId}/download` }
}

/**
 * The prepared export as a streamed CSV; its record ends as completed after the last byte, as interrupted when the
 * reader goes away before.
 */
export async function downloadExport(member: Member, exportId: string): Promise<Response> {
  const request = await repository.takeExport(await getDatabase(), member, exportId)
  const { database, dataset, result } = await requireSegment(member, request.segmentId)
  const { columns, format, segmentName } = request
  const people = streamPeople(await getWarehouse(), dataset, result, request)
  async function* writeLines() {
    for await (const chunk of people) {
      const lines = chunk.map((cells) => formatPerson(columns, cells, format)).filter((line) => line !== null)
      yield { text: lines.join(''), rows: lines.length }
    }
  }
  return csvResponse({
    name: segmentName,
    header: formatHeader(columns, format),
    chunks: writeLines(),
    onEnd: (outcome, rows) => repository.finishExport(database, member, exportId, outcome, rows),
  })
}

/** Every list of people that left the workspace, newest first. */
export async function listExports(member: Member): Promise<ExportRecord[]> {
  const records = await repository.listExports(await getDatabase(), member.workspaceId)
  return records.map(({ createdAt, segmentation, recommender, columns, outcome, ...record }) => ({
    id: record.id,
    createdAt: createdAt.toISOString(),
    createdBy: record.createdBy,
    segmentName: record.segmentName,
    href: recommender
      ? `/recommendations/${record.recommenderId}`
      : segmentation && `/segments/${record.segmentationId}/${record.segmentId}`,
    sourceName: (recommender ?? segmentation)?.name ?? null,
    format: record.format,
    columns: columns as string[],
    rows: record.rows,
    outcome: outcome as ExportRecord['outcome'],
  }))
}
