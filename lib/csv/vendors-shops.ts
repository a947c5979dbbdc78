import type { Vendor } from './vendor'

/** The exports of web shops, by the header lines that they write. */
export const shopVendors: readonly Vendor[] = [
  {
    id: 'shopify',
    telling: ['Name', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['Name'],
        customer_id: null,
        email: ['Email'],
        phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
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
        phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
        first_name: ['Billing Name', 'Shipping Name'],
        last_name: null,
        city: ['Billing City', 'Shipping City'],
        country: ['Billing Country', 'Shipping Country'],
        consent: ['Accepts Marketing'],
        signed_up_on: null,
      },
      // Tags are the order's.
      products: {
        product_id: ['Lineitem sku'],
        title: ['Lineitem name'],
        price: ['Lineitem price'],
        brand: ['Vendor'],
        tags: null,
      },
    },
    totals: [],
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
        image: ['Image Src', 'Variant Image'],
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
        product_id: ['item_sku', 'item_product_id', 'item_id'],
        product_title: ['item_name'],
        items: ['line_items'],
        quantity: ['item_quantity'],
        unit_price: ['item_price'],
        amount: ['item_total', 'item_subtotal'],
        // Those of the whole order.
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
        city: ['billing_city', 'shipping_city'],
        country: ['billing_country', 'shipping_country'],
        signed_up_on: null,
      },
    },
    totals: ['order_total'],
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
        amount: null,
        channel: ['Purchase Point'],
        status: ['Status'],
        customer_id: null,
      },
      customers: {
        customer_id: null,
        email: ['Customer Email'],
        first_name: ['Customer Name', 'Bill-to Name'],
        last_name: null,
      },
    },
    totals: ['Grand Total (Base)', 'Grand Total (Purchased)'],
  },
  {
    id: 'magento',
    telling: ['email', 'firstname', 'lastname', 'created_in'],
    table: 'customers',
    fields: {
      customers: {
        customer_id: null,
        email: ['email'],
        birth_date: ['dob'],
        signed_up_on: ['created_at'],
        country: ['_address_country_id'],
        city: ['_address_city'],
        phone: ['_address_telephone'],
      },
    },
  },
  {
    id: 'magento',
    telling: ['_email', '_entity_id', 'country_id', 'telephone'],
    table: 'customers',
    // _entity_id counts addresses, not customers.
    fields: { customers: { customer_id: null, email: ['_email'], country: ['country_id'] } },
  },
  {
    id: 'magento',
    telling: ['sku', 'store_view_code', 'attribute_set_code'],
    table: 'products',
    fields: {
      products: {
        product_id: ['sku'],
        title: ['name'],
        // product_type says simple or configurable.
        category: ['categories'],
        brand: ['manufacturer', 'brand'],
        price: ['price'],
        cost: ['cost'],
        stock: ['qty'],
        tags: ['meta_keywords'],
        image: ['base_image'],
        description: ['description', 'short_description'],
      },
    },
  },
]
