import type { ColumnProfile } from './column-profile'
import { isRejectColumn } from './guesses'
import type { TableMapping } from './mapping'

/** What has no place in a marketing tool, whatever the export. */
const secret = /passw|rp_token|token$|密码/i
/** In a file of something else: a column that says by its name that it is about the customer, and is no id or remark. */
const aboutCustomer = /^(?:customer|client|member|buyer|shopper|user|kunden?|客户|会员|顾客)/i
const remark = /id$|note|message|comment|remark|备注|留言/i

/**
 * The tables, with the columns that customers keep under their own header: of a customers file all that feed no field
 * and are not empty, of another those that are named after the customer.
 */
export function keepAttributes(
  tables: TableMapping[],
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): TableMapping[] {
  const used = new Set(tables.flatMap(({ columns }) => Object.values(columns)))
  return tables.map((table, index) => {
    if (table.table !== 'customers') return table
    const attributes = headers.flatMap((header, column) => {
      const isKept =
        !used.has(column) &&
        !isRejectColumn(header) &&
        !secret.test(header) &&
        (profiles[column]?.filled ?? 0) > 0 &&
        (index === 0 || (aboutCustomer.test(header) && !remark.test(header)))
      return isKept ? [column] : []
    })
    return { ...table, attributes }
  })
}
