import type { TableName } from '@/lib/warehouse/tables'

/** A shop's or tool's export: by which headers it is known, and what its columns mean where the headers alone mislead. */
export type Vendor = {
  id: string
  /** Headers as the export writes them; all are there. */
  telling: readonly string[]
  /** The file's own table. */
  table: TableName
  /** Table → field → headers, the first one that is there and filled; null: no column, whatever the headers say. */
  fields: Partial<Record<TableName, Record<string, readonly string[] | null>>>
}

/** Sources: the exports' own header lines; where a column would mislead, the reason stands beside it. */
export const vendors: readonly Vendor[] = [
  {
    id: 'shopify',
    telling: ['Name', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['Name'],
        customer_id: null,
        email: ['Email'],
        phone: ['Phone', 'Billing Phone'],
        ordered_at: ['Created at', 'Paid at'],
        product_id: ['Lineitem sku'],
        product_title: ['Lineitem name'],
        quantity: ['Lineitem quantity'],
        unit_price: ['Lineitem price'],
        discount: ['Lineitem discount'],
        // Total and Subtotal are the whole order's, and stand on its first line alone.
        amount: null,
        channel: ['Source'],
        status: ['Financial Status'],
        currency: ['Currency'],
      },
      customers: {
        customer_id: null,
        email: ['Email'],
        phone: ['Phone', 'Billing Phone'],
        first_name: ['Billing Name', 'Shipping Name'],
        last_name: null,
        city: ['Billing City', 'Shipping City'],
        country: ['Billing Country', 'Shipping Country'],
        consent: ['Accepts Marketing'],
        signed_up_on: null,
      },
      products: {
        product_id: ['Lineitem sku'],
        title: ['Lineitem name'],
        price: ['Lineitem price'],
        brand: ['Vendor'],
        tags: null,
      },
    },
  },
  {
    id: 'shopify',
    telling: ['First Name', 'Last Name', 'Email', 'Total Spent', 'Total Orders'],
    table: 'customers',
    fields: {
      customers: {
        customer_id: ['Customer ID'],
        phone: ['Phone', 'Default Address Phone'],
        city: ['Default Address City', 'City'],
        country: ['Default Address Country Code', 'Country', 'Country Code'],
        consent: ['Accepts Email Marketing', 'Accepts Marketing'],
      },
    },
  },
  {
    id: 'shopify',
    telling: ['Handle', 'Title', 'Vendor', 'Variant SKU', 'Variant Price'],
    table: 'products',
    fields: {
      products: {
        // Orders name the SKU; exports without SKUs have the handle on every row.
        product_id: ['Variant SKU', 'Handle'],
        title: ['Title'],
        category: ['Type', 'Product Category', 'Custom Product Type'],
        brand: ['Vendor'],
        price: ['Variant Price'],
        cost: ['Cost per item'],
        stock: ['Variant Inventory Qty'],
        tags: ['Tags'],
        image: ['Image Src'],
        description: ['Body (HTML)'],
      },
    },
  },
  {
    id: 'shopify',
    telling: ['Handle', 'SKU', 'Location', 'On hand (current)'],
    table: 'products',
    fields: {
      products: {
        product_id: ['SKU', 'Handle'],
        title: ['Title'],
        stock: ['Available (not editable)', 'On hand (current)'],
      },
    },
  },
  {
    id: 'woocommerce',
    telling: ['order_id', 'order_total', 'billing_email', 'payment_method'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['order_number', 'order_id'],
        // 0 for every guest.
        customer_id: null,
        email: ['billing_email'],
        phone: ['billing_phone'],
        ordered_at: ['order_date', 'date'],
        amount: ['order_total'],
        quantity: null,
        unit_price: null,
        discount: null,
        channel: null,
        status: ['status'],
        currency: ['order_currency'],
      },
      customers: {
        customer_id: null,
        email: ['billing_email'],
        phone: ['billing_phone'],
        first_name: ['billing_first_name'],
        last_name: ['billing_last_name'],
        city: ['billing_city'],
        country: ['billing_country'],
      },
    },
  },
  {
    id: 'stripe',
    telling: ['id', 'Amount', 'Currency', 'Created (UTC)', 'Customer ID', 'Customer Email'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['id'],
        customer_id: ['Customer ID'],
        email: ['Customer Email'],
        ordered_at: ['Created (UTC)'],
        amount: ['Amount'],
        product_title: ['Description'],
        product_id: null,
        channel: null,
        status: ['Status'],
        currency: ['Currency'],
      },
      customers: {
        customer_id: ['Customer ID'],
        email: ['Customer Email'],
        city: null,
        country: ['Card Address Country'],
      },
    },
  },
  {
    id: 'magento',
    telling: ['Purchase Point', 'Purchase Date', 'Grand Total (Base)'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['ID'],
        email: ['Customer Email'],
        ordered_at: ['Purchase Date'],
        amount: ['Grand Total (Base)'],
        channel: ['Purchase Point'],
        status: ['Status'],
        customer_id: null,
      },
      customers: {
        customer_id: null,
        email: ['Customer Email'],
        first_name: ['Customer Name', 'Bill-to Name'],
      },
    },
  },
  {
    id: 'klaviyo',
    telling: ['Email', 'First Name', 'Email Marketing Consent'],
    table: 'customers',
    fields: {
      customers: {
        // The address is what other files know people by.
        customer_id: null,
        email: ['Email'],
        consent: ['Email Marketing Consent'],
        signed_up_on: ['Profile Created On', 'Date Added'],
      },
    },
  },
  {
    id: 'mailchimp',
    telling: ['Email Address', 'MEMBER_RATING', 'LEID', 'EUID'],
    table: 'customers',
    fields: {
      customers: {
        customer_id: null,
        email: ['Email Address'],
        first_name: ['First Name'],
        last_name: ['Last Name'],
        signed_up_on: ['OPTIN_TIME', 'CONFIRM_TIME'],
        country: ['CC'],
        city: null,
        consent: null,
      },
    },
  },
  {
    id: 'hubspot',
    telling: ['Record ID', 'First Name', 'Last Name', 'Email', 'Lifecycle Stage'],
    table: 'customers',
    fields: {
      customers: {
        customer_id: ['Record ID'],
        email: ['Email'],
        phone: ['Phone Number', 'Mobile Phone Number'],
        signed_up_on: ['Create Date'],
      },
    },
  },
  {
    id: 'taobao',
    telling: ['订单编号', '买家会员名', '宝贝标题'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['订单编号'],
        customer_id: ['买家会员名'],
        email: null,
        phone: ['联系手机'],
        ordered_at: ['订单创建时间', '订单付款时间'],
        product_title: ['宝贝标题'],
        // One row is one order, with what was paid for all of it.
        amount: ['买家实际支付金额', '支付金额', '总金额'],
        quantity: ['宝贝总数量'],
        unit_price: null,
        product_id: null,
        channel: ['店铺名称'],
        status: ['订单状态'],
      },
      customers: {
        customer_id: ['买家会员名'],
        phone: ['联系手机'],
        first_name: ['收货人姓名', '收货人'],
        city: null,
      },
    },
  },
  {
    id: 'youzan',
    telling: ['订单号', '买家昵称', '商品名称', '订单实付金额'],
    table: 'orders',
    fields: { orders: { order_id: ['订单号'], customer_id: ['买家昵称'], product_title: ['商品名称'] } },
  },
  {
    id: 'jd',
    telling: ['订单号', '商品ID', '下单帐号'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['订单号'],
        customer_id: ['下单帐号'],
        product_id: ['商品ID'],
        unit_price: ['京东价'],
        quantity: ['订购数量'],
        // The order's total is repeated on each of its rows.
        amount: null,
      },
    },
  },
]

/** The export that headers belong to; null when none is known. */
export function findVendor(headers: readonly string[]): Vendor | null {
  const there = new Set(headers.map((header) => header.trim()))
  return vendors.find(({ telling }) => telling.every((header) => there.has(header))) ?? null
}
