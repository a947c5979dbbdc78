// Names that the SQL of features may use, and how each is computed. Money is summed exactly as DECIMAL or in whole
// ten-thousandths, so that the same lines give the same figures whatever order the threads add them in.

/** Per purchase (or return), over its lines; `bought` and `returned` say which of them count by the as-of day. */
export const purchaseFigures: Readonly<Record<string, string>> = {
  units: 'sum(TRY_CAST(quantity AS DECIMAL(18, 4))) FILTER (WHERE bought)',
  bought_lines: 'count(*) FILTER (WHERE bought)',
  discounts: 'sum(discount) FILTER (WHERE bought)',
  returns: '-sum(amount) FILTER (WHERE returned)',
  is_return: 'bool_or(returned)',
  last_return: 'max(ordered_at) FILTER (WHERE returned)',
  highest_price: 'max(amount / quantity) FILTER (WHERE bought)',
}

const daysAgo = '($1::DATE - last_purchase::DATE)'
const monthsAgo = `(${daysAgo} // 30)`
const newest = '(last_purchase, order_id)'
const oldest = '(first_purchase, order_id)'
/** a purchase's value in ten-thousandths; squares of more than ten billion might not fit */
const ticks = (value: string) =>
  `CASE WHEN ${value} IS NOT NULL THEN least(round(${value}::DOUBLE * 10000), 1e14)::HUGEINT END`
const sumOfSquares = (value: string) => `sum(${ticks(value)} * ${ticks(value)})`
/** population variance of whole numbers, exact but for the last division */
const variance = (value: string) =>
  `(${sumOfSquares(value)} - sum(${ticks(value)}) * sum(${ticks(value)}) // count(${value}))::DOUBLE / count(${value})`
const purchasesWhere = (condition: string) => `count(sales) FILTER (WHERE ${condition})`
const salesWhere = (condition: string) => `coalesce(sum(sales) FILTER (WHERE ${condition}), 0)::DOUBLE`
const angle = '((hour(last_purchase) * 60 + minute(last_purchase)) * pi() / 720)'
const sumOfTurns = (turn: string) => `sum(${turn}(${angle})::DECIMAL(18, 12))::DOUBLE`

/** Per customer, over purchases: sales is NULL in a row that is only a return. */
export const customerFigures: Readonly<Record<string, string>> = {
  units: 'sum(units)',
  bought_lines: 'sum(bought_lines)',
  discounts: 'coalesce(sum(discounts), 0)',
  returns: 'coalesce(sum(returns), 0)',
  largest_sales: 'max(sales)',
  last_sales: `arg_max(sales, ${newest})`,
  first_sales: `arg_min(sales, ${oldest})`,
  sales_variance: variance('sales'),
  year_sales: salesWhere(`${daysAgo} < 365`),
  recent_sales: salesWhere(`${daysAgo} < 90`),
  earlier_sales: salesWhere(`${daysAgo} BETWEEN 90 AND 179`),
  recent_purchases: purchasesWhere(`${daysAgo} < 90`),
  weighted_sales: `coalesce(sum(${ticks('sales')} * (11 - 2 * ${monthsAgo})) FILTER (WHERE ${daysAgo} < 360), 0) / 10000`,
  active_months: `coalesce(bit_count(bit_or(1::INTEGER << ${monthsAgo}::INTEGER) FILTER (WHERE ${daysAgo} < 360)), 0)`,
  largest_units: 'max(units)',
  last_units: `arg_max(units, ${newest}) FILTER (WHERE sales IS NOT NULL)`,
  first_units: `arg_min(units, ${oldest}) FILTER (WHERE sales IS NOT NULL)`,
  units_variance: variance('units'),
  highest_price: 'max(highest_price)',
  discounted_purchases: purchasesWhere('discounts > 0'),
  deepest_discount: 'coalesce(max(discounts / (sales + discounts)), 0)',
  first_discounts: `coalesce(arg_min(coalesce(discounts, 0), ${oldest}) FILTER (WHERE sales IS NOT NULL), 0)`,
  return_events: 'count(*) FILTER (WHERE is_return)',
  last_return: 'max(last_return)::DATE',
  weekend_purchases: purchasesWhere('isodow(last_purchase) >= 6'),
  year_end_purchases: purchasesWhere('month(last_purchase) >= 11'),
  morning_purchases: purchasesWhere('hour(last_purchase) BETWEEN 6 AND 11'),
  evening_purchases: purchasesWhere('hour(last_purchase) >= 18'),
  night_purchases: purchasesWhere('hour(last_purchase) < 6'),
  hour_cosines: sumOfTurns('cos'),
  hour_sines: sumOfTurns('sin'),
  days: "list_sort(list((last_purchase::DATE - DATE '1970-01-01')::INTEGER) FILTER (WHERE sales IS NOT NULL))",
}

/** Per customer, over the customer's figures. */
export const derivedFigures: Readonly<Record<string, string>> = {
  gaps: 'list_transform(days[2:], lambda day, i: day - days[i])',
}

/** Those of the names that the SQL uses. */
export function namesIn<Name extends string>(
  names: Readonly<Record<Name, unknown>>,
  sql: readonly string[],
): Name[] {
  const text = sql.join('\n')
  return (Object.keys(names) as Name[]).filter((name) => new RegExp(`\\b${name}\\b`).test(text))
}
