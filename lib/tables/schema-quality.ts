import type { TableName } from '@/lib/warehouse/tables'
import { type RowSet, rowSets } from './schema'

/** Everything that is checked: rows with something wrong, and what is wrong with the dataset as a whole. */
export const checks = [
  ...rowSets,
  ...(['noCustomers', 'noOrders', 'noProducts', 'otherCurrency', 'shortHistory'] as const),
]
export type Check = RowSet | 'noCustomers' | 'noOrders' | 'noProducts' | 'otherCurrency' | 'shortHistory'

export const severities = ['high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

export type Finding = {
  check: Check
  severity: Severity
  /** 0 to 1: the part of the analyses that it takes away or falsifies */
  effect: number
  /** The rows it is about, of all rows of the table; null where it is about the dataset as a whole. */
  rows: { table: TableName; count: number; total: number } | null
  /** Their share of all sales; null where they have none to do with it. */
  salesShare: number | null
  /** Where the rows can be seen. */
  rowSet: RowSet | null
  /** The table of which a file would help. */
  upload: TableName | null
}

export type Person = { contact: string; customerIds: string[]; count: number }
export type People = {
  count: number
  /** The first of them; null for those who may not see who the customers are. */
  first: Person[] | null
}

export type Quality = {
  rows: Record<TableName, number>
  findings: Finding[]
  /** Checks that apply to this dataset and found nothing. */
  passed: Check[]
  /** Currencies of the order lines that name one, most lines first. */
  currencies: { currency: string; lines: number }[]
  /** Days from the first to the last order day, both counted; null without orders. */
  historyDays: number | null
  /** People named by e-mail or phone who were joined with a customer who has an id. */
  joined: People
  /** E-mail addresses that several customer ids share. */
  sameEmail: People
}
