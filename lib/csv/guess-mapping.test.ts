import { describe, expect, it } from 'vitest'
import { profileRecords } from './column-profiles.fixture'
import { missingFields } from './fields'
import { guessMapping } from './guess-mapping'
import { parseRecords } from './parse-records'

function guessAll(header: string, ...records: string[]) {
  const [headers = [], ...rows] = parseRecords([header, ...records].join('\n'), ',')
  const { mapping, evidence } = guessMapping(headers, profileRecords(headers.length, rows))
  const named = (columns: Record<string, number>) =>
    Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, headers[column]]))
  const tables = mapping.tables.map((each) => ({
    ...{ table: each.table, columns: named(each.columns), missing: missingFields(each) },
    attributes: each.attributes?.map((column) => headers[column]),
  }))
  return { tables, evidence, formats: mapping.formats, headers }
}

/** The guess for the file's own table with headers in place of positions. */
function guess(header: string, ...records: string[]) {
  const { tables, formats } = guessAll(header, ...records)
  const [own] = tables
  return { table: own?.table, columns: own?.columns ?? {}, missing: own?.missing, formats }
}

describe('guessMapping', () => {
  it('knows Online Retail, and that it says where customers live', () => {
    const { tables, formats } = guessAll(
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      '536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
    )
    expect(tables.map(({ table, columns, missing }) => ({ table, columns, missing }))).toEqual([
      {
        table: 'orders',
        missing: [],
        columns: {
          order_id: 'InvoiceNo',
          product_id: 'StockCode',
          product_title: 'Description',
          quantity: 'Quantity',
          ordered_at: 'InvoiceDate',
          unit_price: 'UnitPrice',
          customer_id: 'CustomerID',
        },
      },
      { table: 'customers', missing: [], columns: { customer_id: 'CustomerID', country: 'Country' } },
    ])
    expect(formats).toEqual({ 3: { decimalMark: '.' }, 4: { dates: 'ymd' }, 5: { decimalMark: '.' } })
  })

  it('knows the sample brand', () => {
    const customers = guess(
      'customer_id,first_name,last_name,email,phone,gender,birth_date,city,country,signup_date,email_consent,loyalty_tier',
      'C1,Jing,Xu,j@example.net,,female,,Hangzhou,China,2021-11-16,yes,Bronze',
    )
    expect(customers.table).toBe('customers')
    expect(Object.keys(customers.columns)).toHaveLength(11)
    expect(customers.columns).toMatchObject({ signed_up_on: 'signup_date', consent: 'email_consent' })
    const orders = guess(
      'order_id,line,order_date,customer_id,product_id,quantity,unit_price,discount,channel,status',
      'O1,1,2024-11-01 08:38:46,C1,P1,1,49.40,0.00,app,completed',
    )
    expect(orders.table).toBe('orders')
    expect(Object.keys(orders.columns)).toHaveLength(10)
    const products = guess(
      'product_id,title,category,brand,price,cost,stock,tags,description',
      'P1,T,C,B,1,1,1,t,d',
    )
    expect(products.table).toBe('products')
    expect(Object.keys(products.columns)).toHaveLength(9)
    const reviews = guess(
      'review_id,product_id,customer_id,rating,title,text,review_date',
      'R1,P1,C1,5,a,b,2024-11-10',
    )
    expect(reviews.table).toBe('reviews')
    expect(Object.keys(reviews.columns)).toHaveLength(7)
  })

  it('knows a Shopify order export: lines, who bought, what was bought', () => {
    const { tables, evidence } = guessAll(
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing City,Billing Country,Vendor,Source,Lineitem discount,Phone',
      '#1041,a@example.com,paid,2026-09-16 09:12:00 -0500,,yes,USD,48.00,9.00,3.50,60.50,,2026-09-16 09:12:00 -0500,1,Truffle Box,48.00,TRF-12,Maria Lopez,Phoenix,US,Sweet Co,web,0.00,',
      '#1041,,,,,,,,,,,,,2,Sea Salt Caramels,18.00,CAR-6,,,,Sweet Co,,0.00,',
    )
    expect(evidence.vendor).toBe('shopify')
    expect(tables.map(({ table, missing }) => [table, missing])).toEqual([
      ['orders', []],
      ['customers', []],
      ['products', []],
    ])
    expect(tables[0]?.columns).toEqual({
      order_id: 'Name',
      email: 'Email',
      phone: 'Phone',
      ordered_at: 'Created at',
      product_id: 'Lineitem sku',
      product_title: 'Lineitem name',
      quantity: 'Lineitem quantity',
      unit_price: 'Lineitem price',
      discount: 'Lineitem discount',
      channel: 'Source',
      status: 'Financial Status',
      currency: 'Currency',
    })
    expect(tables[1]?.columns).toMatchObject({
      email: 'Email',
      first_name: 'Billing Name',
      city: 'Billing City',
      consent: 'Accepts Marketing',
    })
    expect(tables[2]?.columns).toMatchObject({
      product_id: 'Lineitem sku',
      title: 'Lineitem name',
      brand: 'Vendor',
    })
  })

  it.each([
    [
      'shopify',
      'customers',
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Default Address Country Code,Phone,Total Spent,Total Orders,Note',
      "'7210448301122,Teodoro,V,teo@elkomail.test,no,Elko,US,(775) 555-0154,7790.44,6,x",
    ],
    [
      'shopify',
      'products',
      'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Variant SKU,Variant Inventory Qty,Variant Price,Image Src',
      'tee,Tee,<p>x</p>,Co,Shirts,red,TRUE,,3,9.00,https://x.test/a.png',
    ],
    [
      'woocommerce',
      'orders',
      'order_id,order_number,order_date,status,order_total,order_currency,payment_method,customer_id,billing_first_name,billing_last_name,billing_email,billing_phone,billing_city,billing_country',
      '7,1007,2026-01-02 10:00:00,completed,60.50,EUR,card,0,Ada,L,a@x.de,+49 30 123456,Berlin,DE',
    ],
    [
      'stripe',
      'orders',
      'id,Description,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Email,Card Address Country',
      'ch_1,Box,2026-01-02 10:00,"1,050.00",0.00,eur,Paid,cus_1,a@x.de,DE',
    ],
    [
      'klaviyo',
      'customers',
      'Email,Klaviyo ID,First Name,Last Name,City,State / Region,Country,Zip Code,Source,Email Marketing Consent,Profile Created On,Date Added',
      'a@x.de,01H,Ada,L,Berlin,,DE,10115,popup,SUBSCRIBED,2025-03-01T10:00:00Z,2025-03-01',
    ],
    [
      'mailchimp',
      'customers',
      'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
      'a@x.de,Ada,L,2,2015-03-16 14:40:47,DE,BE,2015-03-16 14:40:47,1,2,,x',
    ],
    [
      'taobao',
      'orders',
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,订单创建时间,宝贝标题,宝贝总数量,店铺名称',
      '511000000000001,tb_ada,x,90.00,0.00,90.00,85.00,交易成功,张三,13800000000,2025-07-21 10:00:00,茶,2,茶店',
    ],
  ])('knows the export of %s: %s', (vendor, table, header, record) => {
    const { tables, evidence } = guessAll(header, record)
    expect(evidence.vendor).toBe(vendor)
    expect([tables[0]?.table, tables[0]?.missing]).toEqual([table, []])
    if (vendor === 'woocommerce') {
      expect(tables[0]?.columns).toMatchObject({
        order_id: 'order_number',
        email: 'billing_email',
        amount: 'order_total',
      })
      expect(tables[0]?.columns.customer_id).toBeUndefined()
      expect(tables[1]?.columns).toMatchObject({ email: 'billing_email', city: 'billing_city' })
    }
    if (vendor === 'taobao') {
      expect(tables[0]?.columns).toMatchObject({ customer_id: '买家会员名', amount: '买家实际支付金额' })
    }
    if (table === 'products') expect(tables[0]?.columns.product_id).toBe('Handle')
    if (vendor === 'klaviyo') expect(tables[0]?.attributes).toContain('Source')
  })

  it('leaves its own notes on rejected rows aside', () => {
    const { tables } = guessAll(
      'rejected_line,rejected_column,rejected_value,rejected_reason,rejected_hint,customer_id,email,city',
      '3,city,x,bad,do,7,a@x.de,Rome',
    )
    expect(tables[0]).toMatchObject({ table: 'customers', attributes: [] })
  })

  it('remembers how the same header was mapped, as long as the values suit it', () => {
    const headers = ['a', 'b', 'c', 'd']
    const rows = [['O1', '2024-01-02', 'C1', '5.00']]
    const remembered = {
      tables: [
        {
          table: 'orders' as const,
          mode: 'append' as const,
          columns: { order_id: 0, ordered_at: 1, customer_id: 2, amount: 3 },
        },
      ],
      formats: {},
    }
    const { mapping, evidence } = guessMapping(headers, profileRecords(4, rows), remembered)
    expect(mapping.tables).toEqual(remembered.tables)
    expect(evidence.fields['orders.amount']).toEqual({ confidence: 0.99, reasons: ['remembered'] })
    const other = guessMapping(headers, profileRecords(4, [['O1', 'soon', 'C1', '5.00']]), remembered)
    expect(other.mapping.tables).not.toEqual(remembered.tables)
  })

  it('lets a file’s own rows say how dates are written, and the remembered choice where they do not', () => {
    const headers = ['Order', 'Date', 'Customer', 'Amount']
    const columns = { order_id: 0, ordered_at: 1, customer_id: 2, amount: 3 }
    const remembered = {
      tables: [{ table: 'orders' as const, mode: 'update' as const, columns }],
      formats: { 1: { dates: 'dmy' as const } },
    }
    const dates = (...values: string[]) => {
      const records = values.map((value) => ['O1', value, 'C1', '5.00'])
      const profiles = profileRecords(4, records)
      return guessMapping(headers, profiles, remembered).mapping.formats[1]
    }
    expect(dates('03/28/2024', '04/01/2024')).toEqual({ dates: 'mdy' })
    expect(dates('03/04/2024', '03/05/2024')).toEqual({ dates: 'dmy' })
  })

  it('keeps a number that all guests share from making them one customer', () => {
    const header = 'order_id,customer_id,email,order_date,total'
    const guests = ['1,0,a@x.de,2026-01-02,5.00', '2,0,b@x.de,2026-01-03,6.00', '3,7,c@x.de,2026-01-04,7.00']
    expect(guess(header, ...guests).columns).toMatchObject({ email: 'email', amount: 'total' })
    expect(guess(header, ...guests).columns.customer_id).toBeUndefined()
    expect(guess(header, guests[2] ?? '').columns).toMatchObject({
      customer_id: 'customer_id',
      email: 'email',
    })
  })

  it('takes no order total for an amount where an order has several rows', () => {
    const header = 'order_id,order_date,customer_id,sku,total'
    const found = guess(header, '1,2026-01-02,7,P1,60.50', '1,2026-01-02,7,P2,60.50')
    expect(found).toMatchObject({ table: 'orders', missing: ['amount'] })
  })

  it('knows events, links and campaigns', () => {
    expect(guess('user_id,item_id,event_type,timestamp', '7,P1,view,2024-01-02 10:00')).toEqual({
      table: 'interactions',
      columns: {
        customer_id: 'user_id',
        product_id: 'item_id',
        event: 'event_type',
        occurred_at: 'timestamp',
      },
      missing: [],
      formats: { 3: { dates: 'ymd' } },
    })
    expect(guess('follower_id,followee_id,weight', '7,8,3')).toMatchObject({ table: 'links', missing: [] })
    expect(guess('source,target,type', 'ada,bob,mentions')).toMatchObject({ table: 'links', missing: [] })
    expect(
      guess('campaign,email,sent_at,variant,responded,revenue', 'Spring,a@x.de,2024-03-01,control,no,0.00'),
    ).toMatchObject({ table: 'campaigns', missing: [], columns: { email: 'email', variant: 'variant' } })
    expect(guess('活动名称,会员编号,发送时间,是否转化', '双11,7,2024-11-01 08:00,是')).toMatchObject({
      table: 'campaigns',
      missing: [],
    })
  })

  it('gathers customers and products from order lines, with what is said of the customer', () => {
    const { tables } = guessAll(
      'order_id,order_date,created_at,customer_id,customer_name,customer_email,customer_city,customer_tier,sku,product_name,category,brand,qty,price,type,customer_note',
      'O1,2026-01-02,2026-01-03,7,Ada L,a@x.de,Rome,gold,P1,Tea,Drinks,Co,1,9.00,web,Ring twice',
    )
    expect(tables).toEqual([
      {
        table: 'orders',
        missing: [],
        attributes: undefined,
        columns: expect.objectContaining({
          order_id: 'order_id',
          ordered_at: 'order_date',
          email: 'customer_email',
        }),
      },
      {
        table: 'customers',
        missing: [],
        attributes: ['customer_tier'],
        columns: {
          ...{ customer_id: 'customer_id', email: 'customer_email', first_name: 'customer_name' },
          city: 'customer_city',
        },
      },
      {
        table: 'products',
        missing: [],
        attributes: undefined,
        columns: {
          ...{
            product_id: 'sku',
            title: 'product_name',
            category: 'category',
            brand: 'brand',
            price: 'price',
          },
        },
      },
    ])
  })

  it('tells by the values what no header says, and is not sure of it', () => {
    const { tables, evidence } = guessAll('first_name,reach,since', 'Ada,a@x.de,2024', 'Bob,b@x.de,2025')
    expect(tables[0]).toMatchObject({
      table: 'customers',
      columns: { first_name: 'first_name', email: 'reach' },
    })
    expect(evidence.fields['customers.email']).toEqual({ confidence: 0.55, reasons: ['values', 'only'] })
    expect(guessAll('who,when,paid', 'a@x.de,2024-01-02,12.50').tables[0]).toMatchObject({
      table: 'orders',
      columns: { email: 'who', ordered_at: 'when', amount: 'paid' },
    })
    const log = guessAll(
      'Column 1,Column 2,Column 3,Column 4',
      '00004,1997-01-01,2,29.33',
      '00004,1997-01-18,2,29.73',
      '00018,1997-01-04,1,14.96',
      '00021,1997-01-04,1,14.96',
    )
    expect(log.tables[0]).toMatchObject({
      table: 'orders',
      missing: [],
      columns: { customer_id: 'Column 1', ordered_at: 'Column 2', quantity: 'Column 3', amount: 'Column 4' },
    })
    expect(log.evidence.fields['orders.amount']).toEqual({ confidence: 0.3, reasons: ['values'] })
  })

  it('says how sure it is of each column, and why', () => {
    const { evidence } = guessAll('Order ID,Order Date,Kunde,Line total (EUR)', 'O1,03/04/2024,7,5.00')
    const { fields } = evidence
    expect(fields['orders.order_id']).toEqual({ confidence: 0.95, reasons: ['header'] })
    // The rows do not say which part is the day.
    expect(fields['orders.ordered_at']).toEqual({ confidence: 0.5, reasons: ['header', 'values'] })
    expect(fields['orders.amount']?.confidence).toBeLessThan(0.9)
    expect(fields['orders.amount']?.confidence).toBeGreaterThan(0.6)
  })

  it('takes no handful of classes for the numbers of customers', () => {
    const rows = Array.from(
      { length: 30 },
      (_, row) => `${30 + row},${row % 2 ? 'cellular' : 'telephone'},admin`,
    )
    expect(guess('age,contact,job', ...rows).columns.customer_id).toBeUndefined()
  })

  it('keeps no password as an attribute, and no column without a value', () => {
    const { tables } = guessAll('customer_id,email,password_hash,tier,empty', '7,a@x.de,a:1,gold,')
    expect(tables[0]?.attributes).toEqual(['tier'])
  })

  it('is quick on a file of 2,000 columns', () => {
    const headers = Array.from(
      { length: 2000 },
      (_, column) => `Custom Field ${column} (customer.data.f${column})`,
    )
    const profiles = profileRecords(2000, [headers.map(() => 'x')])
    const before = performance.now()
    guessMapping(headers, profiles)
    expect(performance.now() - before).toBeLessThan(3000)
  })

  it('reads headers in brackets, with prefixes, units, and in other languages', () => {
    expect(
      guess('Bestellnummer,Bestelldatum,Kundennummer,Menge,Einzelpreis (EUR)', 'B1,02.01.2024,7,1,"9,50"'),
    ).toMatchObject({
      table: 'orders',
      missing: [],
    })
    expect(guess('customer.id,customer.email,Customer City', '7,a@x.de,Rome')).toMatchObject({
      table: 'customers',
      columns: { customer_id: 'customer.id', email: 'customer.email', city: 'Customer City' },
    })
  })

  it('takes an order’s total where nothing else gives an amount', () => {
    const { table, columns } = guess(
      'order_number,order_date,customer_id,order_total',
      '1,2026-01-02,7,60.50',
    )
    expect(table).toBe('orders')
    expect(columns.amount).toBe('order_total')
  })

  it('reads Chinese headers', () => {
    const orders = guess(
      '订单编号,下单时间,会员编号,商品编号,商品名称,数量,单价',
      '1,2024-05-01 10:00,7,P1,茶,2,¥19.90',
    )
    expect(orders.table).toBe('orders')
    expect(Object.keys(orders.columns)).toHaveLength(7)
    expect(orders.missing).toEqual([])
    const customers = guess('会员编号,姓名,性别,手机号,生日,城市', '7,张三,男,13800000000,1990-01-02,杭州')
    expect(customers).toMatchObject({ table: 'customers', missing: [] })
    const reviews = guess('商品编号,评分,评价内容,评价时间', 'P1,5,很好,2024-05-02')
    expect(reviews).toMatchObject({ table: 'reviews', missing: [] })
  })

  it('believes values more than headers', () => {
    const { columns } = guess('Order,Date,Customer,Amount', 'A1,first,C1,12.00', 'A2,second,C2,13.00')
    expect(columns.ordered_at).toBeUndefined()
    expect(guess('Order,When,Customer,Amount', 'A1,2024-01-02,C1,12.00').columns.ordered_at).toBe('When')
    expect(guess('Handle,Title,Variant SKU,Variant Price', 'tee,Tee,,9').columns.product_id).toBe('Handle')
  })

  it('sees how dates and decimals are written', () => {
    const { formats } = guess(
      'order_id,order_date,customer_id,amount',
      '1,03.01.2024,7,"1.234,50"',
      '2,28.01.2024,7,"12,00"',
    )
    expect(formats).toEqual({ 1: { dates: 'dmy' }, 3: { decimalMark: ',' } })
    expect(guess('order_id,order_date,customer_id,amount', '1,45356,7,5.00').formats[1]).toEqual({
      dates: 'excel',
    })
  })

  it('survives headers that are names in JavaScript', () => {
    expect(guess('__proto__,constructor,toString', 'a,b,c').columns).toEqual({})
  })
})
