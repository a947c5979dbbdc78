import type { ImportMode } from '@/lib/csv/mapping'

/** A row of a customers file; '' is a blank cell. */
export type PersonRow = { id: string; city: string; country: string }
export type PeopleFile = { mode: ImportMode; rows: readonly PersonRow[] }

export const peopleColumns = { customer_id: 0, city: 1, country: 2 }

export const writePeople = ({ rows }: PeopleFile) =>
  ['customer_id,city,country', ...rows.map(({ id, city, country }) => `${id},${city},${country}`), ''].join(
    '\n',
  )

/** The customers after files were imported one after the other: what the product must show, in a few lines. */
export function importSerially(files: readonly PeopleFile[]): PersonRow[] {
  let people = new Map<string, PersonRow>()
  for (const { mode, rows } of files) {
    if (mode === 'replace') people = new Map()
    const there = new Set(people.keys())
    for (const row of rows) {
      if (mode === 'append' && there.has(row.id)) continue
      const before = people.get(row.id)
      people.set(row.id, {
        id: row.id,
        city: row.city || (before?.city ?? ''),
        country: row.country || (before?.country ?? ''),
      })
    }
  }
  return [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The same from the product. */
export const selectPeople =
  "SELECT customer_id AS id, coalesce(city, '') AS city, coalesce(country, '') AS country FROM customers ORDER BY 1"
