import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { type ExportCounts, findWarnings, leftOutSchema, readPurpose } from '@/lib/privacy/export-schema'
import { peopleResponse } from '@/lib/privacy/people-response'
import { readDigestKey } from '@/lib/privacy/person-digest'
import { readSmallGroup } from '@/lib/privacy/repository-small-groups'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import { formatHeader, formatPerson } from './export-rows'
import {
  type ExportOptions,
  type ExportRecord,
  type exportRequestSchema,
  hashedFormats,
} from './export-schema'
import { countExport, streamPeople } from './queries-export'
import { findSegment } from './repository'
import * as repository from './repository-exports'

async function requireSource(member: Member, segmentId: string, options: ExportOptions) {
  requireRole(member, 'analyst')
  const database = await getDatabase()
  const { position, file, segmentation } = await findSegment(database, member.workspaceId, segmentId)
  const { dataDir } = readEnv()
  const source = {
    dataset: { dataDir, batches: await listBatches(database, member.workspaceId) },
    result: { path: warehousePath(dataDir, file), segment: position },
    options,
  }
  const warehouse = await getWarehouse()
  const smallGroup = await readSmallGroup(database, member.workspaceId)
  const count = () => countExport(warehouse, source, smallGroup)
  return { database, segmentation, warehouse, source, count }
}

/** How many people an export of the segment would hold and leave out, and how alike they are. */
export async function getExportCounts(
  member: Member,
  segmentId: string,
  options: ExportOptions,
): Promise<ExportCounts> {
  return (await requireSource(member, segmentId, options)).count()
}

/**
 * Records an export and returns where to download it, once; throws AppError forbidden, notFound or exportUnconfirmed (a
 * warning holds that was not confirmed).
 */
export async function prepareExport(
  member: Member,
  request: z.output<typeof exportRequestSchema>,
): Promise<{ exportId: string; url: string }> {
  const { format, onlyConsented, purpose, confirmed } = request
  const { database, segmentation, count } = await requireSource(member, request.segmentId, request)
  const warnings = findWarnings({
    ...{ counts: await count(), onlyConsented, purpose },
    forPlatform: format !== 'spreadsheet',
    forAdvertising: hashedFormats.includes(format),
  })
  if (warnings.some((warning) => !confirmed.includes(warning))) throw new AppError('exportUnconfirmed')
  const exportId = await repository.createExport(database, member, segmentation.id, request)
  return { exportId, url: `/api/exports/${exportId}/download` }
}

/** Lines between which other requests get their turn: a line can hold six hashes. */
const linesAtOnce = 256

/** The prepared export as a streamed CSV. */
export async function downloadExport(member: Member, exportId: string): Promise<Response> {
  const request = await repository.takeExport(await getDatabase(), member, exportId)
  const { source, warehouse, count } = await requireSource(member, request.segmentId, request)
  const { columns, format, onlyConsented, pseudonymised, purpose, segmentName } = request
  const readKey = (use: 'export' | 'pseudonym') =>
    readDigestKey(source.dataset.dataDir, member.workspaceId, use)
  async function* readChunks() {
    const keys = { receipt: await readKey('export'), pseudonym: await readKey('pseudonym') }
    for await (const { digests, cells } of streamPeople(warehouse, source, segmentName, keys)) {
      for (let at = 0; at < cells.length; at += linesAtOnce) {
        const people = cells.slice(at, at + linesAtOnce)
        yield {
          digests: digests.slice(at, at + linesAtOnce),
          lines: people.map((person) => formatPerson(columns, person, format)),
        }
        await setImmediate()
      }
    }
  }
  return peopleResponse({
    member,
    name: segmentName,
    header: formatHeader(columns, format, pseudonymised),
    list: {
      ...{ id: exportId, what: 'segment', format, columns },
      ...{ onlyConsented, pseudonymised, purpose },
    },
    count,
    readChunks,
  })
}

/** Every list that left the workspace, newest first. */
export async function listExports(member: Member): Promise<ExportRecord[]> {
  const records = await repository.listExports(await getDatabase(), member.workspaceId)
  return records.map(({ segmentation, recommender, ...record }) => ({
    id: record.id,
    createdAt: record.createdAt.toISOString(),
    createdBy: record.createdBy,
    segmentName: record.segmentName,
    href: recommender
      ? `/recommendations/${record.recommenderId}`
      : segmentation && `/segments/${record.segmentationId}/${record.segmentId}`,
    sourceName: (recommender ?? segmentation)?.name ?? null,
    format: record.format,
    columns: record.columns as string[],
    pseudonymised: record.pseudonymised,
    purpose: readPurpose(record.purpose),
    rows: record.rows,
    leftOut: leftOutSchema.nullable().parse(record.leftOut),
    outcome: record.outcome as ExportRecord['outcome'],
  }))
}
