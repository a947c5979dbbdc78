import type { TestBrand } from './segments.fixture'

/** Sizes of the kinds in `publishThreeKinds`, largest first: one-time buyers, regulars, big spenders. */
export const threeKindsSizes = [150, 100, 50]

/**
 * 300 customers K000 … K299 of three plain kinds, orders of 2023 and 2024, and two customers who never bought. Kinds are
 * far apart in recency, frequency and monetary value; within a kind the values vary a little. No returns; one piece a line.
 */
export async function publishThreeKinds(test: TestBrand): Promise<void> {
  await test.publishSelect(
    'orders',
    ['order_id', 'line_no', 'customer_id', 'ordered_at', 'product_id', 'quantity', 'amount'],
    `SELECT customer_id, concat(customer_id, '-', purchase) AS order_id, 1 AS line_no, 'P' || (n % 7) AS product_id,
            latest - to_days(CAST(purchase * gap AS INTEGER)) + INTERVAL 10 HOUR AS ordered_at,
            1 AS quantity, price + n % 5 AS amount
     FROM (SELECT n, 'K' || lpad(n::VARCHAR, 3, '0') AS customer_id,
                  CASE WHEN n < 150 THEN DATE '2023-06-30' WHEN n < 250 THEN DATE '2024-11-30'
                       ELSE DATE '2024-12-31' END - to_days(CAST(n % 20 AS INTEGER)) AS latest,
                  CASE WHEN n < 150 THEN 1 WHEN n < 250 THEN 6 ELSE 20 END AS purchases,
                  CASE WHEN n < 150 THEN 20 WHEN n < 250 THEN 40 ELSE 200 END AS price,
                  CASE WHEN n < 250 THEN 30 ELSE 14 END AS gap
           FROM range(300) numbers(n)),
          LATERAL (SELECT unnest(range(purchases)) AS purchase)`,
  )
  await test.publishSelect(
    'customers',
    ['customer_id', 'email', 'phone', 'first_name', 'last_name', 'city', 'country', 'consent'],
    `SELECT 'K' || lpad(n::VARCHAR, 3, '0') AS customer_id,
            CASE WHEN n % 10 = 9 THEN 'not an address' ELSE concat('Person', n, '@Example.COM') END AS email,
            CASE WHEN n % 4 = 1 THEN '+49 30 ' || (1000 + n) END AS phone,
            CASE WHEN n = 7 THEN '100%_off' WHEN n = 8 THEN '李' ELSE 'First' || n END AS first_name,
            CASE WHEN n = 8 THEN '雷' ELSE 'Last' || n END AS last_name,
            CASE WHEN n % 2 = 0 THEN 'Köln' ELSE 'Lyon' END AS city, 'Germany' AS country,
            CASE WHEN n % 3 = 0 THEN true WHEN n % 3 = 1 THEN false END AS consent
     FROM range(302) numbers(n)`,
  )
}
