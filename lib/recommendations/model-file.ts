import 'server-only'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { createMemory } from '@/lib/shared/remember'
import { publishFile } from '@/lib/warehouse/publish'
import type { Blend } from './choose-blend'
import type { Models } from './fit-strategies'
import type { CatalogueProduct } from './observations'
import type { StrategyName } from './settings-schema'

/** What a finished training leaves behind for previews. */
export type StoredModel = {
  models: Models
  customerIds: string[]
  products: CatalogueProduct[]
  blend: Blend
  chosen: StrategyName
  /** per customer, null = not known; null without a rule that asks */
  levels: (number | null)[] | null
  /** ids of the segments that `models.groups` counts */
  segmentIds: string[]
}

/** Writes a model, crash-safe. */
export async function publishModel(model: StoredModel, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(path)}.part`)
  await writeFile(temporary, serialize(model))
  await publishFile(temporary, path)
}

/** Two: the one that is looked at and the one it is compared with. */
const remember = createMemory<StoredModel>(2)

/** Reads a model; the latest two stay in memory, since a file never changes. */
export function readModel(path: string): Promise<StoredModel> {
  return remember(path, async () => deserialize(await readFile(path)))
}
