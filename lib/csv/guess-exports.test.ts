import { describe, expect, it } from 'vitest'
import { profileRecords } from './column-profiles.fixture'
import { missingFields, repeatedColumns } from './fields'
import { guessMapping } from './guess-mapping'
import { nameColumns } from './name-columns'
import { parseRecords } from './parse-records'

type Values = Record<string, string>
type Guessed = Record<string, Values>

/** What a full header line and some of its cells, by header, are guessed to be: table → field → header. */
function guessExport(header: string, ...rows: Values[]) {
  const [line = []] = parseRecords(header, ',')
  const headers = nameColumns(line)
  const records = rows.map((row) => headers.map((name) => row[name] ?? ''))
  const { mapping, evidence } = guessMapping(headers, profileRecords(headers.length, records))
  const tables: Guessed = {}
  for (const { table, columns } of mapping.tables) {
    expect(repeatedColumns({ table, columns })).toEqual([])
    const filled = Object.entries(columns).filter(([, column]) => records.some((record) => record[column]))
    tables[table] = Object.fromEntries(filled.map(([field, column]) => [field, headers[column] ?? '']))
  }
  const [own] = mapping.tables
  const attributes = mapping.tables
    .flatMap((table) => table.attributes ?? [])
    .map((column) => headers[column])
  return {
    ...{ vendor: evidence.vendor, own: own?.table, missing: own ? missingFields(own) : null },
    ...{ tables, attributes, evidence, formats: mapping.formats },
  }
}

const shopifyOrders =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References'
const shopifyLine = {
  ...{ Name: '#1041', Email: 'a@example.com', 'Financial Status': 'paid', Currency: 'USD' },
  ...{ 'Paid at': '2026-09-16 09:12:00 -0500', 'Created at': '2026-09-16 09:12:00 -0500' },
  ...{ Subtotal: '84.00', Shipping: '9.00', Taxes: '3.50', Total: '96.50', 'Discount Amount': '2.00' },
  ...{ 'Lineitem quantity': '1', 'Lineitem name': 'Signature Truffle Box (12)', 'Lineitem price': '48.00' },
  ...{
    'Lineitem sku': 'TRF-12',
    'Lineitem discount': '0.00',
    Source: 'web',
    Vendor: 'Sweet Co',
    Id: '450789469',
  },
  ...{ 'Billing Name': 'Maria Lopez', 'Billing City': 'Phoenix', 'Billing Country': 'US', Tags: 'vip' },
  ...{ 'Shipping Name': 'Maria Lopez', 'Shipping City': 'Phoenix', 'Accepts Marketing': 'yes' },
}
const secondLine = {
  ...{ Name: '#1041', 'Lineitem quantity': '2', 'Lineitem name': 'Sea Salt Caramels (6)' },
  ...{ 'Lineitem price': '18.00', 'Lineitem sku': 'CAR-6', 'Lineitem discount': '0.00', Vendor: 'Sweet Co' },
}

describe('Shopify', () => {
  it('reads orders by their lines, never by a total that stands on the first line only', () => {
    const found = guessExport(shopifyOrders, shopifyLine, secondLine)
    expect([found.vendor, found.own, found.missing]).toEqual(['shopify', 'orders', []])
    expect(found.tables).toEqual({
      orders: {
        ...{ order_id: 'Name', email: 'Email', ordered_at: 'Created at', status: 'Financial Status' },
        ...{ product_id: 'Lineitem sku', product_title: 'Lineitem name', quantity: 'Lineitem quantity' },
        ...{
          unit_price: 'Lineitem price',
          discount: 'Lineitem discount',
          channel: 'Source',
          currency: 'Currency',
        },
      },
      customers: {
        ...{ email: 'Email', first_name: 'Billing Name', city: 'Billing City', country: 'Billing Country' },
        consent: 'Accepts Marketing',
      },
      products: {
        ...{ product_id: 'Lineitem sku', title: 'Lineitem name', brand: 'Vendor', price: 'Lineitem price' },
      },
    })
    expect(found.attributes).toEqual([])
  })

  it('reads a reduced column set', () => {
    const header =
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Name,Shipping Street,Shipping City,Shipping Zip,Shipping Province,Shipping Country'
    const { own, missing, tables } = guessExport(header, shopifyLine, secondLine)
    expect([own, missing, Object.keys(tables)]).toEqual(['orders', [], ['orders', 'customers']])
    expect(tables.orders?.amount).toBeUndefined()
    expect(tables.customers).toMatchObject({ first_name: 'Shipping Name', city: 'Shipping City' })
  })

  it('reads customers of the newer and the older layout, with birthdays from a metafield', () => {
    const newer = guessExport(
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags,Fecha de nacimiento (customer.metafields.facts.birth_date)',
      {
        ...{ 'Customer ID': "'7210448301122", 'First Name': 'Teodoro', 'Last Name': 'Villaseñor' },
        ...{ Email: 'teo@elkomail.test', 'Accepts Email Marketing': 'no', Phone: '(775) 555-0154' },
        ...{ 'Default Address City': 'Elko', 'Default Address Country Code': 'US', 'Total Spent': '7790.44' },
        ...{ 'Total Orders': '6', Note: 'Cattle ranch.', Tags: 'retail, ag-exempt' },
        'Fecha de nacimiento (customer.metafields.facts.birth_date)': '1980-05-01',
      },
    )
    expect([newer.vendor, newer.own, newer.missing]).toEqual(['shopify', 'customers', []])
    expect(newer.tables.customers).toEqual({
      ...{ customer_id: 'Customer ID', email: 'Email', phone: 'Phone', first_name: 'First Name' },
      ...{ last_name: 'Last Name', city: 'Default Address City', country: 'Default Address Country Code' },
      consent: 'Accepts Email Marketing',
      birth_date: 'Fecha de nacimiento (customer.metafields.facts.birth_date)',
    })
    expect(newer.attributes).toEqual(['Total Spent', 'Total Orders', 'Note', 'Tags'])
    const older = guessExport(
      'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
      {
        ...{ 'First Name': 'Ada', 'Last Name': 'L', Email: 'a@x.de', 'Accepts Email Marketing': 'yes' },
        ...{ City: 'Ogden', Country: 'United States', 'Country Code': 'US', Phone: '(801) 555-0188' },
      },
    )
    expect([older.own, older.missing]).toEqual(['customers', []])
    expect(older.tables.customers).toMatchObject({ email: 'Email', city: 'City', country: 'Country' })
    expect(older.tables.customers?.customer_id).toBeUndefined()
  })

  it('reads products by SKU where variants have one, and the inventory', () => {
    const header =
      'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Age Group,Google Shopping / MPN,Google Shopping / AdWords Grouping,Google Shopping / AdWords Labels,Google Shopping / Condition,Google Shopping / Custom Product,Variant Image,Variant Weight Unit,Variant Tax Code'
    const tee = {
      ...{
        Handle: 'tee',
        Title: 'Tee',
        'Body (HTML)': '<p>Soft</p>',
        Vendor: 'Co',
        Type: 'Shirts',
        Tags: 'red',
      },
      ...{ 'Variant SKU': 'TEE-1', 'Variant Inventory Qty': '3', 'Variant Price': '9.00' },
      'Image Src': 'https://cdn.test/a.png',
    }
    const picture = { Handle: 'tee', 'Image Src': 'https://cdn.test/b.png' }
    const found = guessExport(header, tee, picture, picture)
    expect([found.vendor, found.own, found.missing]).toEqual(['shopify', 'products', []])
    expect(found.tables.products).toEqual({
      ...{
        product_id: 'Variant SKU',
        title: 'Title',
        category: 'Type',
        brand: 'Vendor',
        price: 'Variant Price',
      },
      ...{ stock: 'Variant Inventory Qty', tags: 'Tags', image: 'Image Src', description: 'Body (HTML)' },
    })
    expect(guessExport(header, { ...tee, 'Variant SKU': '' }).tables.products?.product_id).toBe('Handle')
    const inventory = guessExport(
      'Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Location,Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),Available (not editable),On hand (current),On hand (new)',
      { Handle: 'tee', Title: 'Tee', SKU: 'TEE-1', Location: 'Ghent', 'Available (not editable)': '3' },
    )
    expect([inventory.own, inventory.missing]).toEqual(['products', []])
    expect(inventory.tables.products).toEqual({
      ...{ product_id: 'SKU', title: 'Title', stock: 'Available (not editable)' },
    })
  })
})

describe('WooCommerce', () => {
  const header =
    'order_id,order_number,order_date,status,shipping_total,shipping_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,refunded_total,order_currency,payment_method,shipping_method,customer_id,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,shipping_company,customer_note,order_notes,download_permissions,coupon_items'
  const order = {
    ...{ order_id: '7', order_number: '1007', order_date: '2026-01-02 10:00:00', status: 'completed' },
    ...{ shipping_total: '5.00', cart_discount: '1.00', discount_total: '1.00', order_total: '60.50' },
    ...{ order_currency: 'EUR', payment_method: 'card', customer_id: '0', billing_first_name: 'Ada' },
    ...{
      billing_last_name: 'L',
      billing_email: 'a@x.de',
      billing_phone: '+49 30 123456',
      billing_city: 'Berlin',
    },
    ...{ billing_country: 'DE', customer_note: 'Ring twice' },
  }

  it('reads orders by what each came to, and customers by e-mail, for every guest has number 0', () => {
    const found = guessExport(header, order)
    expect([found.vendor, found.own, found.missing]).toEqual(['woocommerce', 'orders', []])
    expect(found.tables.orders).toEqual({
      ...{
        order_id: 'order_number',
        email: 'billing_email',
        phone: 'billing_phone',
        ordered_at: 'order_date',
      },
      ...{ amount: 'order_total', status: 'status', currency: 'order_currency' },
    })
    expect(found.tables.customers).toEqual({
      ...{ email: 'billing_email', phone: 'billing_phone', first_name: 'billing_first_name' },
      ...{ last_name: 'billing_last_name', city: 'billing_city', country: 'billing_country' },
    })
    expect(found.attributes).toEqual([])
    const older = header.replace('order_date', 'date').replace('coupon_items', 'line_items,shipping_items')
    const { tables } = guessExport(older, { ...order, date: order.order_date })
    expect(tables.orders).toMatchObject({ ordered_at: 'date', amount: 'order_total' })
    expect(tables.orders).not.toHaveProperty('items')
  })

  it('reads the products that share a cell, in the layout of one row for each order', () => {
    const packed = header.replace('coupon_items', 'line_items')
    const line_items = 'name:Tea|sku:T1|quantity:2|total:20.00;name:Cup|sku:C1|quantity:1|total:30.00'
    const found = guessExport(packed, { ...order, line_items })
    expect(found.missing).toEqual([])
    expect(found.tables.orders).toMatchObject({ items: 'line_items', amount: 'order_total' })
  })

  it('never counts the total of an order once for each of its items', () => {
    const items = `${header},item_sku,item_name,item_quantity,item_total`
    const item = { item_sku: 'P1', item_name: 'Tea', item_quantity: '2', item_total: '20.00' }
    const other = { ...order, ...item, item_sku: 'P2', item_total: '40.50' }
    expect(guessExport(items, { ...order, ...item }, other).tables.orders).toMatchObject({
      ...{
        amount: 'item_total',
        product_id: 'item_sku',
        product_title: 'item_name',
        quantity: 'item_quantity',
      },
    })
    const bare = guessExport(`${header},item_sku`, { ...order, item_sku: 'P1' }, { ...order, item_sku: 'P2' })
    expect(bare.missing).toEqual(['amount'])
  })
})

describe('payment, mail and advertising tools', () => {
  it('reads Stripe payments, and sees that its balance history names no customer', () => {
    const found = guessExport(
      'id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Tax,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Last4,Card Brand,Card Funding,Card Exp Month,Card Exp Year,Card Name,Card Address Line1,Card Address Line2,Card Address City,Card Address State,Card Address Country,Card Address Zip,Card Issue Country,Card Fingerprint,Card CVC Status,Card AVS Zip Status,Card AVS Line1 Status,Card Tokenization Method,Disputed Amount,Dispute Status,Dispute Reason,Dispute Date (UTC),Dispute Evidence Due (UTC),Invoice ID,Payment Source Type,Destination,Transfer,Interchange Costs,Merchant Service Charge,Transfer Group,PaymentIntent ID',
      {
        ...{
          id: 'ch_1',
          Description: 'Box',
          'Created (UTC)': '2026-01-02 10:00',
          Amount: '1,050.00',
          Fee: '3.07',
        },
        ...{ 'Amount Refunded': '0.00', Currency: 'eur', Status: 'Paid', 'Customer ID': 'cus_1' },
        ...{ 'Customer Email': 'a@x.de', 'Card Brand': 'Visa', 'Card Name': 'Ada L', 'Invoice ID': 'in_1' },
        ...{ 'Card Issue Country': 'DE' },
      },
    )
    expect([found.vendor, found.own, found.missing]).toEqual(['stripe', 'orders', []])
    expect(found.tables).toEqual({
      orders: {
        ...{ order_id: 'id', customer_id: 'Customer ID', email: 'Customer Email', amount: 'Amount' },
        ...{
          ordered_at: 'Created (UTC)',
          product_title: 'Description',
          status: 'Status',
          currency: 'Currency',
        },
      },
      customers: {
        ...{ customer_id: 'Customer ID', email: 'Customer Email', first_name: 'Card Name' },
        country: 'Card Issue Country',
      },
    })
    const balance = guessExport(
      'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description',
      {
        ...{ id: 'txn_1', Type: 'charge', Source: 'ch_1', Amount: '97.00', Fee: '3.07', Net: '93.93' },
        ...{ Currency: 'eur', 'Created (UTC)': '2026-09-11 09:00', 'Available On (UTC)': '2026-09-18 00:00' },
        Description: 'Look',
      },
    )
    expect([balance.own, balance.missing]).toEqual(['orders', ['customer_id']])
    expect(balance.tables.orders).toMatchObject({ ordered_at: 'Created (UTC)', amount: 'Amount' })
  })

  it.each([
    [
      'klaviyo',
      'Email,Klaviyo ID,First Name,Last Name,City,State / Region,Country,Zip Code,Source,Email Marketing Consent,Profile Created On,Date Added',
      {
        ...{ Email: 'a@x.de', 'Klaviyo ID': '01H', 'First Name': 'Ada', City: 'Berlin', Country: 'DE' },
        ...{ Source: 'popup', 'Email Marketing Consent': 'SUBSCRIBED', 'Date Added': '2025-03-02' },
        'Profile Created On': '2025-03-01T10:00:00Z',
      },
      {
        ...{ email: 'Email', first_name: 'First Name', city: 'City', country: 'Country' },
        ...{ consent: 'Email Marketing Consent', signed_up_on: 'Profile Created On' },
      },
      ['Klaviyo ID', 'Source', 'Date Added'],
    ],
    [
      'klaviyo',
      'Email,First Name,Email Marketing Consent,Email Marketing Consent Timestamp,SMS Marketing Consent,Email Suppressions,Country,Source',
      {
        ...{ Email: 'ok1@test.dev', 'First Name': 'Linda', 'Email Marketing Consent': 'SUBSCRIBED' },
        ...{
          'Email Marketing Consent Timestamp': '2025-03-01T10:00:00Z',
          'SMS Marketing Consent': 'SUBSCRIBED',
        },
        ...{ Country: 'United States', Source: 'K9 popup' },
      },
      { email: 'Email', first_name: 'First Name', consent: 'Email Marketing Consent', country: 'Country' },
      ['Email Marketing Consent Timestamp', 'SMS Marketing Consent', 'Source'],
    ],
    [
      'mailchimp',
      '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
      {
        ...{ 'Email Address': 'mail@example.com', MEMBER_RATING: '2', CONFIRM_TIME: '2015-03-16 14:40:47' },
        ...{ CC: 'DE', LAST_CHANGED: '2015-03-16 14:40:47', LEID: 'l', EUID: 'e', TAGS: '"VIP","Blog"' },
      },
      { email: 'Email Address', signed_up_on: 'CONFIRM_TIME', country: 'CC' },
      ['MEMBER_RATING', 'LAST_CHANGED', 'LEID', 'EUID', 'TAGS'],
    ],
    [
      'google',
      'Email,First Name,Last Name,Country,Zip,Email,Zip,Phone,Phone',
      {
        ...{ Email: 'test2@gmail.com', 'First Name': 'joanna', 'Last Name': 'smith', Country: 'cn' },
        ...{ Zip: '101300', 'Email (2)': 'test4@gmail.com', 'Zip (2)': '101500', Phone: '1-800-888-8888' },
      },
      {
        email: 'Email',
        phone: 'Phone',
        first_name: 'First Name',
        last_name: 'Last Name',
        country: 'Country',
      },
      ['Zip', 'Email (2)', 'Zip (2)'],
    ],
    [
      'meta',
      'email,phone,fn,ln,ct,st,zip,country,dob',
      {
        ...{
          email: 'a@x.de',
          phone: '+49 30 1234567',
          fn: 'ada',
          ln: 'l',
          ct: 'berlin',
          st: 'be',
          zip: '10115',
        },
        ...{ country: 'de', dob: '19801231' },
      },
      {
        ...{
          email: 'email',
          phone: 'phone',
          first_name: 'fn',
          last_name: 'ln',
          city: 'ct',
          country: 'country',
        },
        birth_date: 'dob',
      },
      ['st', 'zip'],
    ],
    [
      'hubspot',
      'Record ID,First Name,Last Name,Email,Phone Number,City,Country/Region,Lifecycle Stage,Lead Status,Create Date,Unsubscribed from all email',
      {
        ...{ 'Record ID': '151', 'First Name': 'Ada', 'Last Name': 'L', Email: 'a@x.de', City: 'Berlin' },
        ...{ 'Phone Number': '+49 30 1234567', 'Country/Region': 'Germany', 'Lifecycle Stage': 'customer' },
        ...{ 'Create Date': '2025-01-02 10:00', 'Unsubscribed from all email': 'false' },
      },
      {
        ...{ email: 'Email', phone: 'Phone Number', first_name: 'First Name', last_name: 'Last Name' },
        ...{ city: 'City', country: 'Country/Region', signed_up_on: 'Create Date' },
      },
      ['Record ID', 'Lifecycle Stage', 'Unsubscribed from all email'],
    ],
    [
      'magento',
      'email,_website,_store,confirmation,created_at,created_in,disable_auto_group_change,dob,firstname,gender,group_id,lastname,middlename,password_hash,prefix,rp_token,rp_token_created_at,store_id,suffix,taxvat,website_id,password',
      {
        ...{ email: 'a@x.de', _website: 'base', created_at: '2025-01-02 10:00:00', created_in: 'Default' },
        ...{ dob: '1980-01-02', firstname: 'Ada', gender: 'Female', group_id: '1', lastname: 'L' },
        ...{ password_hash: 'a:1', rp_token: 'abc', store_id: '1', website_id: '1' },
      },
      {
        ...{
          email: 'email',
          first_name: 'firstname',
          last_name: 'lastname',
          gender: 'gender',
          birth_date: 'dob',
        },
        signed_up_on: 'created_at',
      },
      ['_website', 'created_in', 'group_id', 'store_id', 'website_id'],
    ],
  ])('reads people by e-mail from %s', (vendor, header, row: Values, fields, attributes) => {
    const found = guessExport(header, row)
    expect([found.vendor, found.own, found.missing]).toEqual([vendor, 'customers', []])
    expect(found.tables).toEqual({ customers: fields })
    expect(found.attributes).toEqual(attributes)
  })
})

describe('Magento', () => {
  it('reads orders and products', () => {
    const orders = guessExport(
      'ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded',
      {
        ...{
          ID: '000000001',
          'Purchase Point': 'Main',
          'Purchase Date': '2026-01-02 10:00:00',
          Status: 'complete',
        },
        ...{ 'Grand Total (Base)': '60.50', 'Grand Total (Purchased)': '60.50', Subtotal: '55.50' },
        ...{ 'Customer Email': 'a@x.de', 'Customer Name': 'Ada L', 'Customer Group': 'General' },
      },
    )
    expect([orders.vendor, orders.own, orders.missing]).toEqual(['magento', 'orders', []])
    expect(orders.tables).toEqual({
      orders: {
        ...{
          order_id: 'ID',
          email: 'Customer Email',
          ordered_at: 'Purchase Date',
          channel: 'Purchase Point',
        },
        ...{ amount: 'Grand Total (Base)', status: 'Status' },
      },
      customers: { email: 'Customer Email', first_name: 'Customer Name' },
    })
    expect(orders.attributes).toEqual(['Customer Group'])
    const products = guessExport(
      'sku,store_view_code,attribute_set_code,product_type,categories,product_websites,name,description,short_description,weight,product_online,tax_class_name,visibility,price,special_price,base_image,qty',
      {
        ...{
          sku: 'P1',
          product_type: 'simple',
          categories: 'Default/Tea',
          name: 'Tea',
          description: 'Fine tea',
        },
        ...{ weight: '0.5', price: '9.00', base_image: '/t/e/tea.jpg', qty: '12' },
      },
    )
    expect(products.tables).toEqual({
      products: {
        ...{ product_id: 'sku', title: 'name', category: 'categories', price: 'price', stock: 'qty' },
        ...{ image: 'base_image', description: 'description' },
      },
    })
  })
})

describe('Taobao, Tmall and JD', () => {
  it.each([
    [
      '支付金额',
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,支付金额,买家实际支付积分,订单状态,买家留言,收货人,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,定金排名,修改后的sku,修改后的收货地址,异常信息',
      { 收货人: '张三', 店铺名称: '茶店', 支付金额: '85.00' },
      { channel: '店铺名称', first_name: '收货人' },
    ],
    [
      '买家实际支付金额',
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,分销商Id,分销商店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,定金排名,修改后的sku,修改后的收货地址,异常信息,卡券抵扣,积分抵扣,是否是O2O交易',
      { 收货人姓名: '张三', 分销商店铺名称: '茶店', 买家实际支付金额: '85.00' },
      { channel: '分销商店铺名称', first_name: '收货人姓名' },
    ],
  ])(
    'reads a report of orders by what was paid (%s)',
    (paid, header, own: Values, { channel, first_name }) => {
      const found = guessExport(header, {
        ...{ 订单编号: '511000000000001', 买家会员名: 'tb_ada', 买家应付货款: '90.00', 总金额: '95.00' },
        ...{ 订单状态: '交易成功', 联系手机: "'13800000000", 订单创建时间: '2025-07-21 10:00:00' },
        ...{ 宝贝标题: '龙井茶', 宝贝种类: '1', 宝贝总数量: '2', 买家留言: '谢谢', ...own },
      })
      expect([found.vendor, found.own, found.missing]).toEqual(['taobao', 'orders', []])
      expect(found.tables).toEqual({
        orders: {
          ...{
            order_id: '订单编号',
            customer_id: '买家会员名',
            phone: '联系手机',
            ordered_at: '订单创建时间',
          },
          ...{ product_title: '宝贝标题', quantity: '宝贝总数量', amount: paid, status: '订单状态', channel },
        },
        customers: { customer_id: '买家会员名', phone: '联系手机', first_name },
      })
    },
  )

  it('says what is missing in lists of orders that name no buyer', () => {
    const tmall = guessExport(
      '订单编号,支付单号,买家应付货款,总金额,订单状态,收货地址,订单创建时间,商品标题',
      {
        ...{ 订单编号: '1', 支付单号: '2', 总金额: '95.00', 订单状态: '交易成功', 商品标题: '茶' },
        订单创建时间: '2025/7/21 10:00',
      },
    )
    expect([tmall.own, tmall.missing]).toEqual(['orders', ['customer_id']])
    expect(tmall.tables.orders).toMatchObject({ amount: '总金额', ordered_at: '订单创建时间' })
    const lines = guessExport('子订单编号,主订单编号,商家编码,外部系统编号,商品标题,物流单号,物流公司', {
      ...{ 子订单编号: '11', 主订单编号: '1', 商家编码: 'P1', 商品标题: '茶' },
    })
    expect(Object.values(lines.tables)[0]).toMatchObject({ product_id: '商家编码' })
  })

  it('reads JD by price and quantity, for the total of an order is on each of its rows', () => {
    const header =
      '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,付款确认时间,货号,订单来源,订单渠道'
    const row = {
      ...{ 订单号: '1', 商品ID: '100', 商品名称: '茶', 订购数量: '2', 下单时间: '2025-07-21 10:00:00' },
      ...{ 京东价: '9.90', 订单金额: '49.80', 应付金额: '49.80', 订单状态: '完成', 下单帐号: 'jd_ada' },
      ...{ 客户姓名: '张三', 联系电话: '13800000000' },
    }
    const found = guessExport(header, row, {
      ...row,
      商品ID: '101',
      商品名称: '壶',
      订购数量: '1',
      京东价: '30.00',
    })
    expect([found.vendor, found.own, found.missing]).toEqual(['jd', 'orders', []])
    expect(found.tables).toEqual({
      orders: {
        ...{ order_id: '订单号', customer_id: '下单帐号', phone: '联系电话', ordered_at: '下单时间' },
        ...{ product_id: '商品ID', product_title: '商品名称', quantity: '订购数量', unit_price: '京东价' },
        status: '订单状态',
      },
      customers: { customer_id: '下单帐号', first_name: '客户姓名', phone: '联系电话' },
    })
  })
})
