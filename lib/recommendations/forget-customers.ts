import type { Interactions } from '@/lib/recommending/interactions'
import type { Neighbours } from '@/lib/recommending/neighbours'
import type { StoredModel } from './open-model'

/** Entries of compressed rows for which `keep` holds, row by row over the rows kept. */
function keepEntries(offsets: Int32Array, rows: readonly number[], keep: (entry: number) => boolean) {
  const entries: number[] = []
  const ends = new Int32Array(rows.length + 1)
  for (const [index, row] of rows.entries()) {
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry++) if (keep(entry)) entries.push(entry)
    ends[index + 1] = entries.length
  }
  return { offsets: ends, entries }
}

function keepInteractions(interactions: Interactions, rows: readonly number[]): Interactions {
  const { offsets, entries } = keepEntries(interactions.offsets, rows, () => true)
  return {
    ...interactions,
    users: rows.length,
    offsets,
    indices: Int32Array.from(entries, (entry) => interactions.indices[entry]!),
    weights: Float64Array.from(entries, (entry) => interactions.weights[entry]!),
  }
}

function keepNeighbours(users: Neighbours, rows: readonly number[], numbers: Int32Array): Neighbours {
  const { offsets, entries } = keepEntries(
    users.offsets,
    rows,
    (entry) => numbers[users.indices[entry]!]! >= 0,
  )
  return {
    offsets,
    indices: Int32Array.from(entries, (entry) => numbers[users.indices[entry]!]!),
    similarities: Float64Array.from(entries, (entry) => users.similarities[entry]!),
  }
}

/**
 * A trained model without some of its customers: their ids, histories and likeness to others are gone, and the others
 * keep theirs. What products say of each other was learnt from everybody, names nobody and stays. Null when it holds
 * none of them.
 */
export function forgetCustomers(stored: StoredModel, ids: ReadonlySet<string>): StoredModel | null {
  const { models, customerIds, levels } = stored
  const rows = customerIds.flatMap((id, index) => (ids.has(id) ? [] : [index]))
  if (rows.length === customerIds.length) return null
  const numbers = new Int32Array(customerIds.length).fill(-1)
  for (const [index, row] of rows.entries()) numbers[row] = index
  const { groups, users } = models
  return {
    ...stored,
    customerIds: rows.map((row) => customerIds[row]!),
    levels: levels && rows.map((row) => levels[row] ?? null),
    models: {
      ...models,
      interactions: keepInteractions(models.interactions, rows),
      groups: groups && { ...groups, of: Int32Array.from(rows, (row) => groups.of[row]!) },
      users: users && keepNeighbours(users, rows, numbers),
    },
  }
}
