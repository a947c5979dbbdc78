import 'server-only'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createMemory } from '@/lib/shared/remember'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishFile } from '@/lib/warehouse/publish'
import { forgetCustomers } from './forget-customers'
import { type OpenModel, openModel, type StoredModel } from './open-model'
import { pack, unpack } from './pack'

/** Writes a model, crash-safe. */
export async function publishModel(model: StoredModel, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(path)}.part`)
  try {
    await writeFile(temporary, pack(model))
    await publishFile(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Two: the one that is looked at and the one it is compared with. */
const remember = createMemory<OpenModel>(2)

/** Reads a model; the latest two stay in memory, since a file never changes. */
export function readModel(path: string): Promise<OpenModel> {
  return remember(path, async () => openModel(unpack(await readFile(path)) as StoredModel))
}

/** Writes a model anew without the customers of whom `leaves` holds; null when it has none. */
export async function removeFromModel(
  dataDir: string,
  file: string,
  leaves: (customerId: string) => boolean,
): Promise<string | null> {
  const stored = unpack(await readFile(warehousePath(dataDir, file))) as StoredModel
  const left = forgetCustomers(stored, new Set(stored.customerIds.filter(leaves)))
  if (!left) return null
  const fresh = `${crypto.randomUUID()}.model`
  await publishModel(left, warehousePath(dataDir, fresh))
  return fresh
}
