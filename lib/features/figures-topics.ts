import type { ShareKind } from './feature-id'

/**
 * A query of one row per customer, and the names it gives. It reads products and links as they are, the
 * table `product_launches`, and of the customers at hand `lines`, `bought_products`, `part_customers`, `part_reviews`, `part_interactions` and `part_campaigns`.
 */
export type Topic = { names: readonly string[]; sql: string }

const spread = (kind: string, plural: string) => [
  `distinct_${plural}`,
  `${kind}_diversity`,
  `top_${kind}_share`,
]

/** exp of Shannon's entropy of the parts: ln S − Σ s·ln s ÷ S; the sum is of decimals, so that its order is no matter */
const diversity =
  'greatest(1, exp(ln(sum(sales)) - sum((sales * ln(sales))::DECIMAL(38, 12))::DOUBLE / sum(sales)))'

const partSources: Record<ShareKind, string> = {
  category: `SELECT customer_id, category AS part, sum(sales) AS sales FROM bought_products
    JOIN products USING (product_id) WHERE category IS NOT NULL GROUP BY ALL`,
  brand: `SELECT customer_id, brand AS part, sum(sales) AS sales FROM bought_products
    JOIN products USING (product_id) WHERE brand IS NOT NULL GROUP BY ALL`,
  channel: `SELECT customer_id, channel AS part, sum(amount) AS sales FROM lines
    WHERE bought AND channel IS NOT NULL GROUP BY ALL`,
}
const plurals = { category: 'categories', brand: 'brands', channel: 'channels' } as const

/** The tables of which a query may read a part of the customers' rows, as `part_<table>`. */
export const partTables = ['customers', 'reviews', 'interactions', 'campaigns'] as const

/** Sales per customer and category, brand or channel (`part`). */
export const partSales = (kind: ShareKind) => partSources[kind]

/** How spend spreads over categories, brands or channels; `shares` adds columns with the sales of single parts. */
export function partTopic(kind: ShareKind, shares: readonly { name: string; value: string }[]): Topic {
  const [distinct, various, top] = spread(kind, plurals[kind])
  const single = shares.map(
    ({ name, value }) => `, coalesce(sum(exact) FILTER (WHERE part = ${value}), 0)::DOUBLE AS ${name}`,
  )
  return {
    names: [...spread(kind, plurals[kind]), ...shares.map(({ name }) => name)],
    sql: `SELECT customer_id, count(*) AS ${distinct}, ${diversity} AS ${various},
        max(sales) / sum(sales) AS ${top}${single.join('')}
      FROM (SELECT customer_id, part, sales AS exact, sales::DOUBLE AS sales FROM (${partSources[kind]}))
      GROUP BY customer_id`,
  }
}

const productTopic: Topic = {
  names: ['distinct_products', 'repeated_products'],
  sql: `SELECT customer_id, count(product_id) AS distinct_products,
      count(product_id) FILTER (WHERE first_day < last_day) AS repeated_products
    FROM bought_products GROUP BY customer_id`,
}

/** The median position of what a customer bought among all products by price, from 0 (cheapest) to 1. */
const priceTopic: Topic = {
  names: ['price_level'],
  sql: `SELECT customer_id, median(level) AS price_level
    FROM bought_products JOIN (
      SELECT product_id, percent_rank() OVER (ORDER BY price) AS level FROM products WHERE price IS NOT NULL
    ) USING (product_id) GROUP BY customer_id`,
}

/** The first sale of each product that is new: those sold in the data's first 90 days may be older. */
export const productLaunches = `
  SELECT product_id, launch FROM (
    SELECT product_id, min(ordered_at) AS launch, min(min(ordered_at)) OVER () AS beginning
    FROM orders WHERE quantity > 0 AND amount > 0 GROUP BY product_id)
  WHERE product_id IS NOT NULL AND launch >= beginning + INTERVAL 90 DAY`

/** Spend on products in their first 90 days. */
const noveltyTopic: Topic = {
  names: ['new_product_sales'],
  sql: `SELECT customer_id, sum(amount)::DOUBLE AS new_product_sales
    FROM lines JOIN product_launches USING (product_id)
    WHERE bought AND ordered_at < launch + INTERVAL 90 DAY GROUP BY customer_id`,
}

const reviewTopic: Topic = {
  names: ['average_rating', 'reviews_written', 'last_review'],
  sql: `SELECT customer_id, avg(TRY_CAST(rating AS DECIMAL(18, 4))) AS average_rating,
      count(*) AS reviews_written, max(reviewed_on) AS last_review
    FROM part_reviews WHERE reviewed_on IS NULL OR reviewed_on <= $1::DATE GROUP BY customer_id`,
}

const kinds = {
  cart: 'cart|basket|加购|加入购物车|购物车',
  wish: 'wish|favou?rite|bookmark|like|收藏|喜欢|心愿|关注',
  view: 'view|visit|browse|click|impression|浏览|查看|点击|访问',
} as const

/** SQL for what an event is: cart, wish, view or NULL; what names a cart is a cart, whatever else it names. */
export const eventKind = `CASE ${Object.entries(kinds)
  .map(([kind, pattern]) => `WHEN regexp_matches(lower(event), '${pattern}') THEN '${kind}'`)
  .join(' ')} END`

const interactionTopic: Topic = {
  names: ['views', 'carts', 'wishes', 'last_interaction'],
  sql: `SELECT customer_id, count(*) FILTER (WHERE recent AND kind = 'view') AS views,
      count(*) FILTER (WHERE recent AND kind = 'cart') AS carts,
      count(*) FILTER (WHERE recent AND kind = 'wish') AS wishes, max(occurred_at)::DATE AS last_interaction
    FROM (
      SELECT customer_id, occurred_at, kind, occurred_at >= $1::DATE - INTERVAL 89 DAY AS recent
      FROM part_interactions LEFT JOIN (
        SELECT event, ${eventKind} AS kind FROM (SELECT DISTINCT event FROM interactions)
      ) USING (event)
      WHERE occurred_at < $1::DATE + INTERVAL 1 DAY)
    GROUP BY customer_id`,
}

const campaignTopic: Topic = {
  names: ['campaigns_received', 'campaigns_known', 'campaigns_answered'],
  sql: `SELECT customer_id, count(*) AS campaigns_received, count(responded) AS campaigns_known,
      count(*) FILTER (WHERE responded) AS campaigns_answered
    FROM part_campaigns WHERE sent_at IS NULL OR sent_at < $1::DATE + INTERVAL 1 DAY GROUP BY customer_id`,
}

const linkTopic = (name: string, own: string, other: string): Topic => ({
  names: [name],
  sql: `SELECT ${own} AS customer_id, count(DISTINCT ${other}) AS ${name}
    FROM links WHERE ${own} <> ${other} GROUP BY ${own}`,
})

export const topics: readonly Topic[] = [
  productTopic,
  priceTopic,
  noveltyTopic,
  reviewTopic,
  interactionTopic,
  campaignTopic,
  linkTopic('links_in', 'to_id', 'from_id'),
  linkTopic('links_out', 'from_id', 'to_id'),
]
