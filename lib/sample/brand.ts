/** Facts of the invented sample brand, and the values its workspace is created with. */
export const sampleBrand = {
  name: 'Larkhollow',
  currency: 'GBP',
  timeZone: 'Europe/London',
  language: 'en',
  /** First and last day with orders, inclusive: 24 months. */
  firstDate: '2024-11-01',
  lastDate: '2026-10-31',
} as const

export const sampleSizes = { customers: 6000, reviews: 3000, guestOrders: 300 } as const
