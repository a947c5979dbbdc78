/** What the files under public/sample hold, told before they are loaded. */
export const sampleContents = { customers: 6000, orders: 61_368, products: 150, reviews: 3000, months: 24 }
