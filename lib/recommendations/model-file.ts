import 'server-only'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createMemory } from '@/lib/shared/remember'
import { publishFile } from '@/lib/warehouse/publish'
import { type OpenModel, openModel, type StoredModel } from './open-model'
import { pack, unpack } from './pack'

/** Writes a model, crash-safe. */
export async function publishModel(model: StoredModel, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(path)}.part`)
  await writeFile(temporary, pack(model))
  await publishFile(temporary, path)
}

/** Two: the one that is looked at and the one it is compared with. */
const remember = createMemory<OpenModel>(2)

/** Reads a model; the latest two stay in memory, since a file never changes. */
export function readModel(path: string): Promise<OpenModel> {
  return remember(path, async () => openModel(unpack(await readFile(path)) as StoredModel))
}
