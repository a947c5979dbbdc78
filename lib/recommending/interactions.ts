/** Who has to do with what, and how much: compressed sparse rows. */
export interface Interactions {
  users: number
  items: number
  /** users + 1: the entries of a user are offsets[user] … offsets[user + 1] − 1 */
  offsets: Int32Array
  /** ascending within a user */
  indices: Int32Array
  weights: Float64Array
}

/** One entry per observation, all of one length; users and items by index, in any order, repeats allowed. */
export interface Triples {
  user: Int32Array
  item: Int32Array
  weight: Float64Array
}

function requireIndices(name: string, indices: Int32Array, limit: number): void {
  const wrong = indices.find((index) => !(index >= 0 && index < limit))
  if (wrong !== undefined) throw new RangeError(`${name} ${wrong} is not one of 0 … ${limit - 1}`)
}

/** Entries ordered by `rows`, those of one row as they came: a counting sort. */
function orderByRow(rows: Int32Array, count: number): { offsets: Int32Array; order: Int32Array } {
  const offsets = new Int32Array(count + 1)
  for (const row of rows) offsets[row + 1]!++
  for (let row = 0; row < count; row++) offsets[row + 1]! += offsets[row]!
  const next = offsets.slice(0, count)
  const order = new Int32Array(rows.length)
  for (let entry = 0; entry < rows.length; entry++) order[next[rows[entry]!]!++] = entry
  return { offsets, order }
}

/**
 * Sums the observations of each user and item; a sum that is not above 0 is no interaction, so that a return cancels
 * its purchase. Throws RangeError on indices out of range, unequal lengths or weights that are not finite.
 */
export function buildInteractions(
  users: number,
  items: number,
  { user, item, weight }: Triples,
): Interactions {
  if (user.length !== item.length || user.length !== weight.length) {
    throw new RangeError(
      `lengths differ: ${user.length} users, ${item.length} items, ${weight.length} weights`,
    )
  }
  requireIndices('user', user, users)
  requireIndices('item', item, items)
  if (!weight.every(Number.isFinite)) throw new RangeError('weights must be finite')
  const byItem = orderByRow(item, items).order
  const { offsets: ends, order } = orderByRow(
    user.length ? Int32Array.from(byItem, (e) => user[e]!) : user,
    users,
  )
  const offsets = new Int32Array(users + 1)
  const indices = new Int32Array(user.length)
  const weights = new Float64Array(user.length)
  let kept = 0
  for (let row = 0; row < users; row++) {
    for (let p = ends[row]!; p < ends[row + 1]!; ) {
      const column = item[byItem[order[p]!]!]!
      let sum = 0
      for (; p < ends[row + 1]! && item[byItem[order[p]!]!] === column; p++)
        sum += weight[byItem[order[p]!]!]!
      if (!(sum > 0)) continue
      indices[kept] = column
      weights[kept++] = sum
    }
    offsets[row + 1] = kept
  }
  return { users, items, offsets, indices: indices.slice(0, kept), weights: weights.slice(0, kept) }
}

/** The same with items as rows. */
export function transpose({ users, items, offsets, indices, weights }: Interactions): Interactions {
  const rows = orderByRow(indices, items)
  const owners = new Int32Array(indices.length)
  for (let user = 0; user < users; user++) owners.fill(user, offsets[user]!, offsets[user + 1]!)
  return {
    users: items,
    items: users,
    offsets: rows.offsets,
    indices: rows.order.map((entry) => owners[entry]!),
    weights: Float64Array.from(rows.order, (entry) => weights[entry]!),
  }
}

/** The same with every weight 1. */
export function binarise(interactions: Interactions): Interactions {
  return { ...interactions, weights: new Float64Array(interactions.weights.length).fill(1) }
}

/** Rows that have an entry, per column: how many users an item has. */
export function countUsers({ items, indices }: Interactions): Int32Array {
  const counts = new Int32Array(items)
  for (const item of indices) counts[item]!++
  return counts
}
