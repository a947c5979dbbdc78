import type { TestBrand } from './segments.fixture'

type Row = Record<string, string | number | boolean | null>

const line = (customer_id: string | null, order_id: string | null, ordered_at: string, row: Row): Row => ({
  ...{ customer_id, order_id, ordered_at, line_no: 1, quantity: 1 },
  ...row,
})

const orders: Row[] = [
  line('Z', 'Z1', '2023-01-01 10:00:00', { product_id: 'P5', amount: 5 }),
  line(null, 'N1', '2024-01-01 10:00:00', { product_id: 'P3', amount: 30 }),
  // A: Sunday noon, Saturday morning, Wednesday evening, Sunday night, Thursday evening
  line('A', 'A0', '2023-03-05 12:00:00', { product_id: 'P5', amount: 5 }),
  line('A', 'A1', '2023-11-04 08:30:00', {
    product_id: 'P1',
    quantity: 2,
    amount: 20,
    discount: 5,
    channel: 'web',
  }),
  line('A', 'A1', '2023-11-04 08:30:00', { product_id: 'P2', line_no: 2, amount: 20, channel: 'web' }),
  line('A', 'A2', '2024-02-14 20:30:00', { product_id: 'P1', amount: 10, channel: 'store' }),
  line('A', 'A3', '2024-05-05 02:30:00', { product_id: 'P4', amount: 40, discount: 10, channel: 'web' }),
  line('A', 'A3', '2024-05-05 02:30:00', { product_id: 'P1', line_no: 2, amount: 9, channel: 'web' }),
  line('A', 'A4', '2024-06-20 20:30:00', { product_id: 'P3', quantity: 2, amount: 60, channel: 'store' }),
  line('A', 'A5', '2024-06-25 09:00:00', { product_id: 'P3', quantity: -1, amount: -30, channel: 'web' }),
  line('A', 'A6', '2024-07-01 00:00:00', { product_id: 'P2', amount: 500, discount: 500, channel: 'fair' }),
  // B: one purchase without an order id in the last second of the day
  line('B', null, '2024-06-30 23:59:59', { product_id: 'P9', amount: 5 }),
  line('B', null, '2024-06-30 23:59:59', { product_id: 'P9', line_no: 2, amount: 5 }),
]

const product = (
  product_id: string,
  category: string | null,
  brand: string | null,
  price: number | null,
) => ({
  ...{ product_id, category, brand, price },
})

/** A brand that brings everything, with a customer A of many habits and a B with one purchase, to be counted by hand. */
export async function publishFullBrand(test: TestBrand): Promise<void> {
  await test.publish('orders', orders)
  await test.publish('products', [
    product('P1', 'Cups', 'Acme', 10),
    product('P2', 'Plates', 'Bolt', 20),
    product('P3', 'Bowls', 'Acme', 30),
    product('P4', 'Cups', null, 40),
    product('P5', null, null, null),
  ])
  await test.publish('customers', [
    {
      ...{ customer_id: 'A', birth_date: '1990-07-01', signed_up_on: '2023-03-01' },
      ...{ email: 'a@gmail.com', consent: true },
    },
  ])
  await test.publish('reviews', [
    { review_id: '1', customer_id: 'A', rating: 4, reviewed_on: '2024-06-10' },
    { review_id: '2', customer_id: 'A', rating: 5 },
    { review_id: '3', customer_id: 'A', rating: 1, reviewed_on: '2024-07-01' },
  ])
  const event = (name: string, occurred_at: string) => ({ customer_id: 'A', event: name, occurred_at })
  await test.publish('interactions', [
    event('product_view', '2024-06-28 10:00:00'),
    event('浏览', '2024-04-02 00:00:00'),
    event('View', '2024-04-01 23:59:59'),
    event('page view', '2024-07-01 00:00:00'),
    event('Add to cart (view)', '2024-06-01 10:00:00'),
    event('收藏', '2024-06-02 10:00:00'),
  ])
  await test.publish('campaigns', [
    { campaign: 'Spring', customer_id: 'A', sent_at: '2024-03-01 08:00:00', responded: true },
    { campaign: 'Easter', customer_id: 'A', sent_at: '2024-04-01 08:00:00', responded: false },
    { campaign: 'Letter', customer_id: 'A' },
    { campaign: 'Summer', customer_id: 'A', sent_at: '2024-07-01 08:00:00', responded: true },
  ])
  await test.publish('links', [
    { from_id: 'B', to_id: 'A', kind: 'referral' },
    { from_id: 'B', to_id: 'A', kind: 'follow' },
    { from_id: 'C', to_id: 'A', kind: 'follow' },
    { from_id: 'A', to_id: 'B', kind: 'follow' },
    { from_id: 'A', to_id: 'A', kind: 'follow' },
  ])
}
