import 'server-only'
import type { Member } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { digestName, readDigestKey } from './person-digest'
import { type Dataset, findPeople } from './queries-person'
import { listAllBatches } from './repository-erasures'

/** A person on a connection of their own; see findPeople for what is on it. */
export type FoundPerson = {
  connection: Awaited<ReturnType<Awaited<ReturnType<typeof getWarehouse>>['connect']>>
  dataset: Dataset
  /** of the workspace's digests for erasures */
  key: string
}

/** Finds a person by customer id; closePerson must follow. Throws AppError notFound. */
export async function openPerson({ workspaceId }: Member, customerId: string): Promise<FoundPerson> {
  const { dataDir } = readEnv()
  const key = await readDigestKey(dataDir, workspaceId, 'erasure')
  const dataset = { dataDir, batches: await listAllBatches(await getDatabase(), workspaceId) }
  const connection = await (await getWarehouse()).connect()
  try {
    const digests = [digestName(key, customerId)]
    if (!(await findPeople(connection, dataset, { key, digests }))) throw new AppError('notFound')
    return { connection, dataset, key }
  } catch (error) {
    connection.closeSync()
    throw error
  }
}

export function closePerson({ connection }: FoundPerson): void {
  connection.closeSync()
}

/** What `read` makes of a person. */
export async function withPerson<T>(
  member: Member,
  customerId: string,
  read: (person: FoundPerson) => Promise<T>,
): Promise<T> {
  const person = await openPerson(member, customerId)
  try {
    return await read(person)
  } finally {
    closePerson(person)
  }
}
