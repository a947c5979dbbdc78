import { describe, expect, it } from 'vitest'
import { missingFields } from './fields'
import { guessMapping } from './guess-mapping'

/** The guess with headers in place of positions. */
function guess(header: string, ...records: string[]) {
  const split = (line: string) => line.split(',')
  const headers = split(header)
  const { columns, ...mapping } = guessMapping(headers, records.map(split))
  return {
    ...mapping,
    missing: missingFields({ ...mapping, columns }),
    columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, headers[column]])),
  }
}

describe('guessMapping', () => {
  it('knows Online Retail', () => {
    const found = guess(
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      '536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
    )
    expect(found).toEqual({
      table: 'orders',
      dateOrder: 'ymd',
      decimalMark: '.',
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
    })
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

  it('never takes a Shopify order’s total, which stands on its first line only, for a line’s amount', () => {
    const { table, columns, missing } = guess(
      'Name,Email,Financial Status,Created at,Currency,Subtotal,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Source',
      '#1041,a@example.com,paid,2026-09-16 09:12:00 -0500,USD,48.00,60.50,1,Truffle Box,48.00,TRF-12,web',
    )
    expect(table).toBe('orders')
    expect(missing).toEqual([])
    expect(columns).toEqual({
      order_id: 'Name',
      customer_id: 'Email',
      status: 'Financial Status',
      ordered_at: 'Created at',
      quantity: 'Lineitem quantity',
      product_title: 'Lineitem name',
      unit_price: 'Lineitem price',
      product_id: 'Lineitem sku',
      channel: 'Source',
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
    const german = guess('Bestellung;x'.replaceAll(';', ','), '1,2')
    expect(german.dateOrder).toBe('ymd')
    const found = guessMapping(
      ['order_id', 'order_date', 'customer_id', 'amount'],
      [
        ['1', '03.01.2024', '7', '1.234,50'],
        ['2', '28.01.2024', '7', '12,00'],
      ],
    )
    expect(found).toMatchObject({ dateOrder: 'dmy', decimalMark: ',' })
  })

  it('survives headers that are names in JavaScript', () => {
    expect(guess('__proto__,constructor,toString', 'a,b,c').columns).toEqual({})
  })
})
