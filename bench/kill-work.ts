import { setTimeout as sleep } from 'node:timers/promises'
import { importModes, type Mapping } from '@/lib/csv/mapping'
import { type PeopleFile, writePeople } from '@/lib/data/serial-model.fixture'
import { exportWarnings } from '@/lib/privacy/export-schema'
import { createRandom } from '@/lib/statistics/random'
import { type Client, Unanswered } from './kill-client'

export type Step = 'upload' | 'check' | 'confirm' | 'undo' | 'segment' | 'export' | 'waiting'
export type Acknowledged = { importId: string; seed: number; rows: number; undone: boolean }

/** What the people who work have been told, and what they do now. */
export type Work = {
  steps: Map<string, Step>
  acknowledged: Acknowledged[]
  /** imports that ended as failed with a reason, and were started anew */
  failed: string[]
  segmentations: string[]
  /** by export id, whether the whole list arrived */
  exports: Map<string, boolean>
  unanswered: number
  stopped: boolean
}

export const startWork = (): Work => ({
  steps: new Map(),
  acknowledged: [],
  failed: [],
  segmentations: [],
  exports: new Map(),
  unanswered: 0,
  stopped: false,
})

const cities = ['', '', 'Rome', 'Bern', 'Oslo', 'Bonn', 'Graz', 'Nice']
const mostPeople = 8000

/** The same file for the same seed. */
export function drawFile(seed: number): PeopleFile {
  const random = createRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const count = 200 + Math.floor(random() ** 2 * 5000)
  const first = Math.floor(random() * mostPeople)
  const mode = random() < 0.03 ? 'replace' : pick(importModes.filter((one) => one !== 'replace'))
  const rows = Array.from({ length: count }, (_, n) => ({
    id: `C${String((first + n) % mostPeople).padStart(6, '0')}`,
    city: pick(cities),
    country: pick(cities),
  }))
  return { mode, rows }
}

type ImportState = { stage: string; state: string; rowsRead: number | null; error: { code: string } | null }
type Inspected = { state: string; result: { guess: Mapping } | null; error: { code: string } | null }
const over = ['completed', 'failed', 'cancelled']

/** One who brings files until told to stop: uploads, checks, confirms, and now and then undoes. */
export async function bringFiles(client: Client, work: Work, name: string, firstSeed: number): Promise<void> {
  const step = (now: Step) => work.steps.set(name, now)
  const patiently = async <T>(ask: () => Promise<T>): Promise<T | null> => {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      work.unanswered++
      await sleep(200)
      return null
    }
  }
  for (let seed = firstSeed; !work.stopped; seed++) {
    const file = drawFile(seed)
    step('upload')
    const uploaded = await patiently(() => client.upload(`people-${seed}.csv`, writePeople(file)))
    if (!uploaded) continue
    step('waiting')
    const inspected = await client.poll<Inspected>(
      `/api/uploads/${uploaded.uploadId}/inspection`,
      ({ state }) => over.includes(state),
    )
    const [own] = inspected.result?.guess.tables ?? []
    if (!inspected.result || !own) {
      work.failed.push(`inspection ${inspected.error?.code}`)
      continue
    }
    step('check')
    const mapping = { ...inspected.result.guess, tables: [{ ...own, mode: file.mode }] }
    const started = await patiently(() =>
      client.act<{ importId: string }>('lib/data/actions.ts#checkImport', {
        uploadId: uploaded.uploadId,
        mapping,
      }),
    )
    if (!started) continue
    const { importId } = started
    if (await settle(client, work, importId, step)) {
      const done = { importId, seed, rows: file.rows.length, undone: false }
      work.acknowledged.push(done)
      if (seed % 9 !== 0) continue
      step('undo')
      while ((await client.poll<ImportState>(`/api/imports/${importId}`, () => true)).stage !== 'undone')
        await patiently(() => client.act('lib/data/actions.ts#undoImport', { importId }))
      done.undone = true
    }
  }
  work.steps.delete(name)
}

/** Brings a check to its confirmed end whatever happens meanwhile; false when it failed and its user was told why. */
async function settle(client: Client, work: Work, importId: string, step: (now: Step) => void) {
  for (;;) {
    step('waiting')
    const found = await client.poll<ImportState>(
      `/api/imports/${importId}`,
      ({ stage, state }) => stage === 'imported' || over.includes(state),
    )
    if (found.stage === 'imported') return true
    if (found.state !== 'completed') {
      work.failed.push(`import ${found.error?.code ?? found.state}`)
      return false
    }
    step('confirm')
    try {
      await client.act('lib/data/actions.ts#confirmImport', { importId })
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      work.unanswered++
    }
  }
}

/** One who makes segments and takes lists until told to stop. */
export async function makeSegments(client: Client, work: Work, name: string): Promise<void> {
  const settings = { features: ['recency', 'frequency', 'monetary'], asOf: '2025-12-31', k: 'auto' }
  for (let number = 1; !work.stopped; number++) {
    try {
      work.steps.set(name, 'segment')
      const { segmentationId: id } = await client.act<{ segmentationId: string }>(
        'lib/segments/actions.ts#createSegmentation',
        { ...settings, kind: 'kmeans', name: `Run ${number}` },
      )
      work.steps.set(name, 'waiting')
      const made = await client.poll<{
        state: string
        segments?: { id: string }[]
        error?: { code: string }
      }>(`/api/segmentations/${id}`, ({ state }) => over.includes(state))
      if (made.state !== 'completed') {
        work.failed.push(`segmentation ${made.error?.code ?? made.state}`)
        continue
      }
      work.segmentations.push(id)
      work.steps.set(name, 'export')
      for (const segment of made.segments ?? []) {
        const prepared = await client.act<{ exportId: string; url: string }>(
          'lib/segments/actions.ts#prepareExport',
          {
            segmentId: segment.id,
            segmentName: `Segment ${segment.id}`,
            onlyConsented: false,
            format: 'spreadsheet',
            columns: ['customer_id', 'city', 'revenue'],
            purpose: { kind: 'analysis', note: '' },
            confirmed: [...exportWarnings],
          },
        )
        if (prepared.error) throw new Error(`An export was refused: ${prepared.error}`)
        work.exports.set(prepared.exportId, false)
        const { response } = await client.request(prepared.url)
        if (response.ok) work.exports.set(prepared.exportId, true)
      }
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      work.unanswered++
      await sleep(200)
    }
  }
  work.steps.delete(name)
}
