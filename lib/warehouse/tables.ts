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
    currency: 'VARCHAR',
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
    image: 'VARCHAR',
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
  /** views, carts, wishes and other events between customers and products */
  interactions: {
    customer_id: 'VARCHAR',
    product_id: 'VARCHAR',
    event: 'VARCHAR',
    occurred_at: 'TIMESTAMP',
    weight: 'DOUBLE',
  },
  /** who follows, refers or mentions whom */
  links: {
    from_id: 'VARCHAR',
    to_id: 'VARCHAR',
    kind: 'VARCHAR',
    weight: 'DOUBLE',
  },
  /** who was reached by which campaign, and what came of it */
  campaigns: {
    campaign: 'VARCHAR',
    customer_id: 'VARCHAR',
    sent_at: 'TIMESTAMP',
    variant: 'VARCHAR',
    responded: 'BOOLEAN',
    revenue: 'DECIMAL(18,4)',
    cost: 'DECIMAL(18,4)',
  },
} as const

/** The form in which Parquet files are written now; see columnsSince. */
export const batchFormat = 2
/** Columns that files of an older form do not have: table.column → the form that brought it. */
export const columnsSince: Record<string, number> = { 'orders.currency': 2, 'products.image': 2 }

export type TableName = keyof typeof tableColumns
export const tableNames = Object.keys(tableColumns) as TableName[]
/**
 * What makes two records the same one, as an SQL expression over the table's columns; NULL in a row that is always one
 * of its own, null for a table of such rows alone. An order is replaced whole, all its lines at once.
 */
export const tableKeys: Record<TableName, string | null> = {
  customers: 'customer_id',
  orders: 'order_id',
  products: 'product_id',
  reviews: 'review_id',
  interactions: null,
  links: "from_id || chr(31) || to_id || chr(31) || coalesce(kind, '')",
  campaigns: 'campaign || chr(31) || customer_id',
}
