import type { Vendor } from './vendor'

/** The exports of Chinese marketplaces and shop systems. */
export const chineseVendors: readonly Vendor[] = [
  {
    id: 'taobao',
    telling: ['订单编号', '买家会员名', '宝贝标题'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['订单编号'],
        customer_id: ['买家会员名'],
        email: null,
        phone: ['联系手机', '联系电话'],
        ordered_at: ['订单创建时间', '订单付款时间'],
        product_title: ['宝贝标题'],
        quantity: ['宝贝总数量'],
        unit_price: null,
        // One row is one order, with what was paid for all of it.
        amount: null,
        product_id: null,
        channel: ['店铺名称', '分销商店铺名称'],
        status: ['订单状态'],
      },
      customers: {
        customer_id: ['买家会员名'],
        phone: ['联系手机', '联系电话'],
        first_name: ['收货人姓名', '收货人'],
        city: null,
      },
    },
    totals: ['买家实际支付金额', '支付金额', '总金额'],
  },
  {
    id: 'youzan',
    telling: ['订单号', '买家昵称', '商品名称', '订单实付金额'],
    table: 'orders',
    fields: { orders: { order_id: ['订单号'], customer_id: ['买家昵称'], product_title: ['商品名称'] } },
    totals: ['订单实付金额'],
  },
  {
    id: 'jd',
    telling: ['订单号', '商品ID', '下单帐号'],
    table: 'orders',
    fields: {
      orders: {
        order_id: ['订单号'],
        customer_id: ['下单帐号'],
        phone: ['联系电话'],
        ordered_at: ['下单时间', '付款确认时间'],
        product_id: ['商品ID', '货号'],
        product_title: ['商品名称'],
        unit_price: ['京东价'],
        quantity: ['订购数量'],
        // The order's total is repeated on each of its rows.
        amount: null,
        discount: null,
        channel: ['订单渠道', '订单来源'],
        status: ['订单状态'],
      },
      customers: { customer_id: ['下单帐号'], first_name: ['客户姓名'], phone: ['联系电话'] },
    },
    totals: [],
  },
]
