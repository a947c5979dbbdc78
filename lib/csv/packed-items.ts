import { readId, readText } from './cells'

/** One product of an order whose products share a cell. */
export type PackedItem = { productId: string | null; title: string | null; quantity: string; amount: string }

const firstKeys = 'name|product_id|id|item_id|sku'
const allKeys = `${firstKeys}|variation_id|quantity|qty|price|subtotal|sub_total|subtotal_tax|sub_total_tax|total|total_tax|tax|tax_class|tax_data|refunded|refunded_qty|refunded_quantity|meta`

/** Patterns alike in JavaScript and in DuckDB (RE2). */
export const packedPatterns = {
  /** the end of an item, before the first key of the next one: a name may hold a semicolon */
  betweenItems: `;\\s*(${firstKeys}):`,
  /** the end of a value, before the next key: a name may hold a bar */
  betweenFields: `[|](${allKeys}):`,
  begins: `^(${firstKeys}):`,
  decimal: '-?[0-9]+([.][0-9]+)?',
}
/** What stands between items and fields once these are told apart; cells hold neither. */
export const separators = { item: '\u001f', field: '\u001e' }

const between = {
  items: new RegExp(packedPatterns.betweenItems, 'g'),
  fields: new RegExp(packedPatterns.betweenFields, 'g'),
}
const begins = new RegExp(packedPatterns.begins)
const decimal = new RegExp(`^${packedPatterns.decimal}$`)
const anySeparator = new RegExp(`[${separators.item}${separators.field}]`, 'g')

/**
 * The products in a cell such as `name:Tea|sku:T1|quantity:2|total:9.98;name:…`, as WooCommerce's order exports pack
 * them, each with the amount of its line; null when some part of it does not read so.
 */
export function readPackedItems(cell: string): PackedItem[] | null {
  const text = cell.trim().replace(anySeparator, '')
  if (!begins.test(text)) return null
  const items = text.replace(between.items, `${separators.item}$1:`).split(separators.item)
  const read = items.map((item): PackedItem | null => {
    const fields = item.replace(between.fields, `${separators.field}$1:`).split(separators.field)
    const of = (key: string) =>
      fields.find((field) => field.startsWith(`${key}:`))?.slice(key.length + 1) ?? ''
    const [quantity, amount] = [readText(of('quantity')) ?? readText(of('qty')), readText(of('total'))]
    if (!quantity || !amount || !decimal.test(quantity) || !decimal.test(amount)) return null
    return {
      productId: readId(of('sku')) ?? readId(of('product_id')),
      title: readText(of('name')),
      quantity,
      amount,
    }
  })
  return read.every((item) => item !== null) ? read : null
}
