import { z } from 'zod'
import { attributeOf, type PersonalColumns } from '@/lib/csv/personal-columns'
import { type TableName, tableColumns } from '@/lib/warehouse/tables'

export const pageSizes = [25, 50, 100] as const

export type ColumnKind = 'text' | 'number' | 'money' | 'date' | 'datetime' | 'boolean'

/**
 * `key` is the table's own column, or the key of an attribute by the name a customer file gave. `personal`: it says who a
 * customer is; viewers get a mark in the place of its values, and can neither search, filter nor sort by it.
 */
export type Column = {
  key: string
  kind: ColumnKind
  attribute: string | null
  customer: boolean
  personal: boolean
}

/** `filled`: rows with a value; null for an attribute, which is not counted. */
export type TableColumn = Column & { filled: number | null }

const kinds: Record<string, ColumnKind> = {
  VARCHAR: 'text',
  DOUBLE: 'number',
  INTEGER: 'number',
  'DECIMAL(18,4)': 'money',
  DATE: 'date',
  TIMESTAMP: 'datetime',
  BOOLEAN: 'boolean',
}

/** Columns that hold a customer's id. */
export const customerColumns: readonly string[] = ['customer_id', 'from_id', 'to_id']
/** Columns in which people write what they like. */
export const freeTextColumns: Partial<Record<TableName, readonly string[]>> = { reviews: ['title', 'text'] }

/** The columns of a table, those of customers with the attributes that are named in `personal`. */
export function listColumns(table: TableName, personal: PersonalColumns): Column[] {
  const own = Object.entries(tableColumns[table]).flatMap(([key, type]): Column[] => {
    const kind = kinds[type]
    if (!kind) return []
    const isPersonal = table === 'customers' && (personal[key] ?? false)
    return [{ key, kind, attribute: null, customer: customerColumns.includes(key), personal: isPersonal }]
  })
  if (table !== 'customers') return own
  return [...own, ...Object.keys(personal).flatMap((key) => attributeColumn(key, personal) ?? [])]
}

function attributeColumn(key: string, personal: PersonalColumns): Column | null {
  const attribute = attributeOf(key)
  if (attribute === null) return null
  return { key, kind: 'text', attribute, customer: false, personal: personal[key] ?? true }
}

/** The column that a key names; null when there is none. */
export function findColumn(table: TableName, key: string, personal: PersonalColumns): Column | null {
  if (table === 'customers' && attributeOf(key) !== null) return attributeColumn(key, personal)
  return listColumns(table, personal).find((column) => column.key === key) ?? null
}

export const filterKinds = ['equals', 'contains', 'from', 'to', 'empty', 'filled'] as const
export type FilterKind = (typeof filterKinds)[number]

/** The conditions that can be put on a column, most useful first. */
export function filtersOf(kind: ColumnKind): readonly FilterKind[] {
  if (kind === 'text') return ['contains', 'equals', 'empty', 'filled']
  if (kind === 'boolean') return ['equals', 'empty', 'filled']
  return ['from', 'to', 'equals', 'empty', 'filled']
}
export const needsValue = (kind: FilterKind) => kind !== 'empty' && kind !== 'filled'

export const filterSchema = z.object({
  column: z.string().max(1000),
  is: z.enum(filterKinds),
  /** 'true' and 'false' for booleans, YYYY-MM-DD for days, digits with a point for numbers */
  value: z.string().max(1000).optional(),
})
export type Filter = z.infer<typeof filterSchema>
export const filtersSchema = z.array(filterSchema).max(20)

/** Whether a filter's value can be compared with the values of a column of this kind. */
export function fitsKind(kind: ColumnKind, { is, value }: Filter): boolean {
  if (!filtersOf(kind).includes(is)) return false
  if (!needsValue(is)) return true
  if (value === undefined || value === '') return false
  if (kind === 'boolean') return value === 'true' || value === 'false'
  if (kind === 'date' || kind === 'datetime') return z.iso.date().safeParse(value).success
  return kind === 'text' || Number.isFinite(Number(value))
}

/** Rows that something is wrong with, by name: see queries-row-sets.ts. */
export const rowSetTables = {
  customersSameEmail: 'customers',
  customersUnknownConsent: 'customers',
  customersWithoutEmail: 'customers',
  customersWithoutOrders: 'customers',
  ordersInFuture: 'orders',
  ordersNegativePrice: 'orders',
  ordersOddSign: 'orders',
  ordersOtherCurrency: 'orders',
  ordersUnknownCustomer: 'orders',
  ordersUnknownProduct: 'orders',
  ordersWithoutCustomer: 'orders',
  ordersWithoutNumber: 'orders',
  ordersWithoutProduct: 'orders',
  productsNegativePrice: 'products',
  productsNeverSold: 'products',
  productsWithoutCategory: 'products',
  productsWithoutTitle: 'products',
  reviewsWithoutProduct: 'reviews',
} as const satisfies Record<string, TableName>
export type RowSet = keyof typeof rowSetTables
export const rowSets = Object.keys(rowSetTables) as RowSet[]

/** The body of a request: what people are searched for never stands in an address. */
export const rowsQuerySchema = z.object({
  q: z.string().max(200).default(''),
  filters: filtersSchema.default([]),
  rows: z.enum(rowSets).optional(),
  columns: z.array(z.string().max(1000)).min(1).max(200),
  sort: z.string().max(1000),
  direction: z.enum(['asc', 'desc']).default('asc'),
  page: z.number().int().min(1).max(100_000_000).default(1),
  size: z.literal(pageSizes).default(50),
})
export type RowsQuery = z.infer<typeof rowsQuerySchema>

/** Money as exact decimal text, days and times as ISO text in the brand's local time. */
export type CellValue = string | number | boolean | null
/** `cells` in the order of the columns asked for; `currency` of an order line that names one. */
export type TableRow = { cells: CellValue[]; currency: string | null }
export type RowsPage = { total: number; rows: TableRow[] }

/** The order a table opens in: the newest first, or by its id. */
export const defaultSorts: Record<TableName, { sort: string; direction: 'asc' | 'desc' }> = {
  customers: { sort: 'customer_id', direction: 'asc' },
  orders: { sort: 'ordered_at', direction: 'desc' },
  products: { sort: 'product_id', direction: 'asc' },
  reviews: { sort: 'reviewed_on', direction: 'desc' },
  interactions: { sort: 'occurred_at', direction: 'desc' },
  links: { sort: 'from_id', direction: 'asc' },
  campaigns: { sort: 'sent_at', direction: 'desc' },
}

export const binUnits = ['day', 'week', 'month', 'quarter', 'year', 'decade'] as const
export type BinUnit = (typeof binUnits)[number]
/** Numbers: from ≤ x < to, null where the bin has no end. Days: all of the unit that begins on `from`. */
export type Bin = { from: string | number | null; to: string | number | null; rows: number }

/** A column over the whole table; numbers of money columns as numbers. */
export type ColumnSummary = {
  kind: ColumnKind
  /** only how full it is, for somebody who may not see its values */
  masked: boolean
  rows: number
  filled: number
  distinct: number
  min: CellValue
  max: CellValue
  /** of numbers */
  mean: number | null
  /** a quarter of the values is below the first, half below the second, a quarter above the third */
  quartiles: [number, number, number] | null
  top: { value: CellValue; rows: number }[]
  histogram: { unit: BinUnit | null; bins: Bin[] } | null
}

export type TableOverview = { table: TableName; rows: number }
