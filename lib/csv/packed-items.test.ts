import { describe, expect, it } from 'vitest'
import { readPackedItems } from './packed-items'

describe('products packed in one cell', () => {
  it('reads what the reference gives of WooCommerce', () => {
    expect(readPackedItems('name:Plan One $29.99|sku:111112|quantity:1|total:49.99|meta:')).toEqual([
      { productId: '111112', title: 'Plan One $29.99', quantity: '1', amount: '49.99' },
    ])
  })

  it('tells items and fields apart by their keys, not by the marks alone', () => {
    const cell =
      'name:Tea; green | loose|product_id:7|sku:|quantity:2|total:9.98|meta:Size: L;Colour|red;name:Cup|product_id:8|sku:C-1|quantity:1|total:-4.50|sub_total:5.00'
    expect(readPackedItems(cell)).toEqual([
      { productId: '7', title: 'Tea; green | loose', quantity: '2', amount: '9.98' },
      { productId: 'C-1', title: 'Cup', quantity: '1', amount: '-4.50' },
    ])
    expect(readPackedItems('product_id:5|quantity:3|total:6')).toEqual([
      { productId: '5', title: null, quantity: '3', amount: '6' },
    ])
  })

  it.each([
    '',
    'Tea x 2',
    'name:Tea',
    'name:Tea|quantity:two|total:5.00',
    'name:Tea|quantity:1|total:5,00',
    'name:Tea|quantity:1|total:5.00;name:Cup|quantity:1',
    'method:Free Shipping|total:0.00',
  ])('is not read from %s', (cell) => {
    expect(readPackedItems(cell)).toBeNull()
  })
})
