import 'server-only'
import type { RowSet } from './schema'

const missing = (column: string) => `coalesce(trim(${column}), '') = ''`
const email = "nullif(lower(trim(email)), '')"

/**
 * What is true of each set's rows, over the columns of its table and the tables of the dataset. `$today` is the last day
 * that has begun anywhere on Earth.
 */
export const rowSetConditions: Record<RowSet, string> = {
  customersSameEmail: `${email} IN (
    SELECT ${email} FROM customers WHERE ${email} IS NOT NULL GROUP BY ALL HAVING count(*) > 1)`,
  customersUnknownConsent: 'consent IS NULL',
  customersWithoutEmail: missing('email'),
  customersWithoutOrders:
    'customer_id NOT IN (SELECT DISTINCT customer_id FROM orders WHERE customer_id IS NOT NULL)',
  ordersInFuture: 'ordered_at::DATE > $today::DATE',
  ordersNegativePrice: 'unit_price < 0',
  ordersOddSign: '(quantity > 0 AND amount < 0) OR (quantity < 0 AND amount > 0)',
  ordersOtherCurrency: `upper(trim(currency)) <> (
    SELECT upper(trim(currency)) AS c FROM orders WHERE NOT (${missing('currency')})
    GROUP BY c ORDER BY count(*) DESC, c LIMIT 1)`,
  ordersUnknownCustomer:
    'customer_id NOT IN (SELECT customer_id FROM customers WHERE customer_id IS NOT NULL)',
  ordersUnknownProduct: 'product_id NOT IN (SELECT product_id FROM products WHERE product_id IS NOT NULL)',
  ordersWithoutCustomer: 'customer_id IS NULL',
  ordersWithoutNumber: 'order_id IS NULL',
  ordersWithoutProduct: 'product_id IS NULL',
  productsNegativePrice: 'price < 0',
  productsNeverSold: `product_id NOT IN (
    SELECT DISTINCT product_id FROM orders WHERE product_id IS NOT NULL AND quantity > 0 AND amount > 0)`,
  productsWithoutCategory: missing('category'),
  productsWithoutTitle: missing('title'),
  reviewsWithoutProduct: 'product_id IS NULL',
}

/** Sets whose condition asks for `$today`. */
export const datedRowSets: readonly RowSet[] = ['ordersInFuture']
