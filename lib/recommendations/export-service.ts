import 'server-only'
import type { z } from 'zod'
import { formatRecord, guardCell } from '@/lib/csv/write-record'
import { type ExportCounts, findWarnings } from '@/lib/privacy/export-schema'
import { peopleResponse } from '@/lib/privacy/people-response'
import { readDigestKey } from '@/lib/privacy/person-digest'
import { finishExport } from '@/lib/privacy/repository-exports'
import { readSmallGroup } from '@/lib/privacy/repository-small-groups'
import { type Member, requireRole } from '@/lib/server/access'
import { csvResponse } from '@/lib/server/csv-response'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import { peopleExports, type RecommenderExportChoice, type recommenderExportSchema } from './export-schema'
import { countExport, type ExportSource, openExport } from './queries-export'
import { findNamedGroups } from './repository'
import * as repository from './repository-exports'
import { requireFinished } from './service'

/** Read by spreadsheets as UTF-8; no cell can run as a formula. */
const byteOrderMark = '\uFEFF'
const formatLine = (cells: readonly (string | null)[]) =>
  `${formatRecord(cells.map((cell) => guardCell(cell ?? '')))}\r\n`

async function requireSource(member: Member, recommenderId: string, choice: RecommenderExportChoice) {
  requireRole(member, 'analyst')
  const finished = await requireFinished(member.workspaceId, recommenderId)
  const { database, settings, dataset, lists, products } = finished
  const groups = settings.segmentationId
    ? await findNamedGroups(database, member.workspaceId, settings.segmentationId)
    : null
  const source: ExportSource = {
    ...{ ...dataset, lists, products },
    segmentation: groups && { path: warehousePath(dataset.dataDir, groups.file), names: groups.names },
    length: settings.length,
    productId: choice.productId,
    onlyConsented: choice.onlyConsented,
  }
  return { database, source, warehouse: await getWarehouse() }
}

/** How many people lists of people would hold and leave out. */
export async function getExportCounts(
  member: Member,
  recommenderId: string,
  choice: RecommenderExportChoice,
): Promise<ExportCounts> {
  const { database, source, warehouse } = await requireSource(member, recommenderId, choice)
  const smallGroup = await readSmallGroup(database, member.workspaceId)
  return { ...(await countExport(warehouse, source)), smallGroup }
}

/**
 * Records an export and returns where to download it, once; throws AppError forbidden, notFound or exportUnconfirmed (a
 * warning holds that was not confirmed).
 */
export async function prepareExport(
  member: Member,
  request: z.output<typeof recommenderExportSchema>,
): Promise<{ exportId: string; url: string }> {
  requireRole(member, 'analyst')
  const { recommenderId, onlyConsented, purpose, confirmed } = request
  const { database } = await requireFinished(member.workspaceId, recommenderId)
  if (purpose && peopleExports.includes(request.what)) {
    const counts = await getExportCounts(member, recommenderId, request)
    const warnings = findWarnings({
      ...{ counts, onlyConsented, purpose, forPlatform: false, forAdvertising: false },
    })
    if (warnings.some((warning) => !confirmed.includes(warning))) throw new AppError('exportUnconfirmed')
  }
  const exportId = await repository.createExport(database, member, request)
  return { exportId, url: `/api/recommenders/exports/${exportId}` }
}

/** The prepared export as a streamed CSV; its record ends as completed after the last byte. */
export async function downloadExport(member: Member, exportId: string): Promise<Response> {
  requireRole(member, 'analyst')
  const taken = await repository.takeExport(await getDatabase(), member, exportId)
  const { what, name, onlyConsented, pseudonymised, purpose } = taken
  const { database, source, warehouse } = await requireSource(member, taken.recommenderId, taken)
  const readKey = (use: 'export' | 'pseudonym') => readDigestKey(source.dataDir, member.workspaceId, use)
  const { columns, readChunks } = await openExport(warehouse, what, source, {
    receipt: await readKey('export'),
    pseudonym: pseudonymised ? await readKey('pseudonym') : null,
  })
  const header = byteOrderMark + formatLine(columns)
  const list = {
    ...{ id: exportId, what, format: 'spreadsheet', columns },
    ...{ onlyConsented, pseudonymised, purpose },
  }
  async function* writeLines() {
    for await (const { digests, cells } of readChunks()) yield { digests, lines: cells.map(formatLine) }
  }
  if (peopleExports.includes(what)) {
    const count = () => countExport(warehouse, source)
    return peopleResponse({ member, name, header, list, count, readChunks: writeLines })
  }
  async function* writeTexts() {
    for await (const { lines } of writeLines()) yield { text: lines.join(''), rows: lines.length }
  }
  const nobody = { people: null, leftOut: null, k: null }
  return csvResponse({
    ...{ name, header, chunks: writeTexts() },
    onEnd: (outcome, rows) => finishExport(database, member, { ...list, ...nobody, outcome, rows }),
  })
}
