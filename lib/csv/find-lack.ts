import type { ColumnProfile } from './column-profile'
import { namesCustomers } from './fields'
import { isUnique } from './fits'
import { columnsOf, type Guesses } from './guesses'
import { normaliseHeader, words } from './header-forms'

/**
 * Why a file has nothing that its table cannot do without, where its rows tell: each is a person whom no column names
 * (`columns` describe people), or each is a basket of things bought together (`items`), and no more.
 */
export type Lack = { kind: 'people'; columns: number[] } | { kind: 'baskets'; items: string[] }

const aboutPeople = new Set([
  ...words('age sex gender job occupation profession marital maritalstatus education educationlevel'),
  ...words('income annualincome yearlyincome householdincome salary household householdsize familysize'),
  ...words('children kids dependents yearofbirth birthyear yearbirth nationality spouse partner'),
  ...words(
    '年龄 性别 职业 工作 婚姻 婚姻状况 婚否 学历 教育 教育程度 收入 年收入 月收入 子女 家庭人数 出生年份',
  ),
])
const ages = new Set(words('age 年龄'))
const leastColumns = 2
const oldest = 120
/** From so many rows on, a value of its own in each row tells of a key. */
const tellingRows = 20

/** Whether a column may be a key under a name that nobody knows: codes, texts or whole numbers, in each row another. */
function mayBeKey(profile: ColumnProfile): boolean {
  if (profile.filled < tellingRows || !isUnique(profile)) return false
  if (profile.type !== 'number') return profile.type !== 'date'
  return profile.top.every(({ value }) => /^[0-9]+$/.test(value))
}

/** Whether the values are such as people share with others; an age must be one. */
function describesPeople(header: string, { type, filled, distinct, min, max }: ColumnProfile): boolean {
  const name = normaliseHeader(header)
  if (!aboutPeople.has(name) || filled === 0) return false
  if (ages.has(name)) return type === 'number' && Number(min) >= 0 && Number(max) <= oldest
  return filled < tellingRows || distinct < filled / 2
}

/** The columns that say that each row is a person, when none says who; null when the rows are something else. */
function findPeople(headers: readonly string[], profiles: readonly ColumnProfile[]): number[] | null {
  const named = headers.map((header) => aboutPeople.has(normaliseHeader(header)))
  if (profiles.some((profile, column) => !named[column] && mayBeKey(profile))) return null
  const columns = headers.flatMap((header, column) => {
    const profile = profiles[column]
    return profile && describesPeople(header, profile) ? [column] : []
  })
  return columns.length >= leastColumns ? columns : null
}

const shownItems = 3
const comparedColumns = 6
/** Of the most frequent values of a column, so many are frequent in another one too. */
const sharedItems = 0.5
/** The last of the compared columns is filled in at most so many of the rows of the first. */
const thinner = 0.8

/**
 * Frequent things of rows that are baskets; null where they are none: texts, the same ones in every column, each of
 * which is filled less than the one before.
 */
function findBaskets(profiles: readonly ColumnProfile[]): string[] | null {
  const compared = profiles.filter(({ filled }) => filled > 0).slice(0, comparedColumns)
  const [first, ...others] = compared
  const last = others.at(-1)
  if (!first || !last || compared.some(({ type }) => type !== 'text' && type !== 'id')) return null
  const falling = others.every(({ filled }, index) => filled <= (compared[index]?.filled ?? 0))
  if (!falling || last.filled > thinner * first.filled) return null
  const tally = new Map<string, { columns: number; rows: number }>()
  for (const { value, rows } of compared.flatMap(({ top }) => top)) {
    const before = tally.get(value) ?? { columns: 0, rows: 0 }
    tally.set(value, { columns: before.columns + 1, rows: before.rows + rows })
  }
  const isShared = ({ value }: { value: string }) => (tally.get(value)?.columns ?? 0) > 1
  const areShared = others.every(({ top }) => top.filter(isShared).length >= sharedItems * top.length)
  if (!areShared) return null
  const frequent = [...tally].sort(([, a], [, b]) => b.rows - a.rows)
  return frequent.slice(0, shownItems).map(([value]) => value)
}

/**
 * Why a file that cannot be imported as it is lacks what it lacks; null when its rows do not tell. `customers` are the
 * guesses for a customers file.
 */
export function findLack(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  customers: Guesses,
): Lack | null {
  const items = findBaskets(profiles)
  if (items) return { kind: 'baskets', items }
  const columns = namesCustomers({ columns: columnsOf(customers) }) ? null : findPeople(headers, profiles)
  return columns ? { kind: 'people', columns } : null
}
