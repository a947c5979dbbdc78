/** The columns of a brand's tables as they stand in Parquet, whatever the uploaded file called them. */
export const tableColumns = {
  customers: {
    customer_id: 'VARCHAR',
    email: 'VARCHAR',
    phone: 'VARCHAR',
    first_name: 'VARCHAR',
    last_name: 'VARCHAR',
    gender: 'VARCHAR',
    birth_date: 'DATE',
    city: 'VARCHAR',
    country: 'VARCHAR',
    signed_up_on: 'DATE',
    consent: 'BOOLEAN',
    /** what else the file said of the customer, by its own header */
    attributes: 'MAP(VARCHAR, VARCHAR)',
  },
  orders: {
    order_id: 'VARCHAR',
    line_no: 'INTEGER',
    customer_id: 'VARCHAR',
    ordered_at: 'TIMESTAMP',
    product_id: 'VARCHAR',
    product_title: 'VARCHAR',
    quantity: 'DOUBLE',
    unit_price: 'DECIMAL(18,4)',
    discount: 'DECIMAL(18,4)',
    amount: 'DECIMAL(18,4)',
    channel: 'VARCHAR',
    status: 'VARCHAR',
  },
  products: {
    product_id: 'VARCHAR',
    title: 'VARCHAR',
    category: 'VARCHAR',
    brand: 'VARCHAR',
    price: 'DECIMAL(18,4)',
    cost: 'DECIMAL(18,4)',
    stock: 'DOUBLE',
    tags: 'VARCHAR',
    description: 'VARCHAR',
  },
  reviews: {
    review_id: 'VARCHAR',
    product_id: 'VARCHAR',
    customer_id: 'VARCHAR',
    rating: 'DOUBLE',
    title: 'VARCHAR',
    text: 'VARCHAR',
    reviewed_on: 'DATE',
  },
} as const

export type TableName = keyof typeof tableColumns
export const tableNames = Object.keys(tableColumns) as TableName[]
/** What makes two records the same one; an order is replaced whole, all its lines at once. */
export const tableKeys: Record<TableName, string> = {
  customers: 'customer_id',
  orders: 'order_id',
  products: 'product_id',
  reviews: 'review_id',
}
