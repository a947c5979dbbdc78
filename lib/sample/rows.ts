import type { CsvColumn } from './to-csv'

export interface CustomerRow {
  customer_id: string
  first_name: string
  last_name: string
  email: string
  phone: string
  gender: string
  birth_date: string
  city: string
  country: string
  signup_date: string
  email_consent: 'yes' | 'no'
  loyalty_tier: '' | 'Bronze' | 'Silver' | 'Gold'
}

/** One order line. Amount = quantity × unit_price − discount; a return is a line of its own with all three negated. */
export interface OrderRow {
  order_id: string
  line: number
  order_date: string
  /** Empty for a guest checkout. */
  customer_id: string
  product_id: string
  quantity: number
  unit_price: number
  discount: number
  channel: 'web' | 'app' | 'store' | 'marketplace'
  status: 'completed' | 'shipped' | 'processing' | 'returned'
}

export interface ProductRow {
  product_id: string
  title: string
  category: string
  brand: string
  price: number
  cost: number
  stock: number
  tags: string
  description: string
}

export interface ReviewRow {
  review_id: string
  product_id: string
  customer_id: string
  rating: number
  title: string
  text: string
  review_date: string
}

export const customerColumns: readonly CsvColumn<CustomerRow>[] = [
  { key: 'customer_id' },
  { key: 'first_name' },
  { key: 'last_name' },
  { key: 'email' },
  { key: 'phone' },
  { key: 'gender' },
  { key: 'birth_date' },
  { key: 'city' },
  { key: 'country' },
  { key: 'signup_date' },
  { key: 'email_consent' },
  { key: 'loyalty_tier' },
]

export const orderColumns: readonly CsvColumn<OrderRow>[] = [
  { key: 'order_id' },
  { key: 'line' },
  { key: 'order_date' },
  { key: 'customer_id' },
  { key: 'product_id' },
  { key: 'quantity' },
  { key: 'unit_price', decimals: 2 },
  { key: 'discount', decimals: 2 },
  { key: 'channel' },
  { key: 'status' },
]

export const productColumns: readonly CsvColumn<ProductRow>[] = [
  { key: 'product_id' },
  { key: 'title' },
  { key: 'category' },
  { key: 'brand' },
  { key: 'price', decimals: 2 },
  { key: 'cost', decimals: 2 },
  { key: 'stock' },
  { key: 'tags' },
  { key: 'description' },
]

export const reviewColumns: readonly CsvColumn<ReviewRow>[] = [
  { key: 'review_id' },
  { key: 'product_id' },
  { key: 'customer_id' },
  { key: 'rating' },
  { key: 'title' },
  { key: 'text' },
  { key: 'review_date' },
]
