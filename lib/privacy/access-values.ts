import type { HeldRecord, HeldValue } from './access-schema'

type Entry = { key: string; value: string }

/** What customer records say, value by value, the newest of each field first; equal values count once, by their newest file. */
export function listValues(records: readonly HeldRecord[]): HeldValue[] {
  const found: HeldValue[] = []
  const newestFirst = [...records].reverse()
  const add = (field: string, attribute: boolean, value: string, source: HeldRecord['source']) => {
    const same = found.filter((one) => one.field === field && one.attribute === attribute)
    if (value === '' || same.some((one) => one.value === value)) return
    const current = source.state === 'counts' && !same.some((one) => one.current)
    found.push({ field, attribute, value, source, current })
  }
  for (const { values, source } of newestFirst) {
    const { attributes, ...columns } = values
    for (const [field, value] of Object.entries(columns)) add(field, false, value, source)
    const entries = attributes ? (JSON.parse(attributes) as Entry[]) : []
    for (const { key, value } of entries) add(key, true, value ?? '', source)
  }
  return found.sort((a, b) => Number(a.attribute) - Number(b.attribute))
}
