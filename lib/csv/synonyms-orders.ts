import { words } from './header-forms'
import { currency, customerId, email, phone, productId } from './synonyms-shared'

export const orderSynonyms = {
  order_id:
    words(`orderid ordernumber orderno ordernr orderkey order ordername ordercode orderreference invoiceno invoiceid
    invoicenumber invoice purchaseid transactionid transactionno transactionnumber transaction receiptno receiptnumber
    receiptid basketid ticketid salesorder 主订单编号 订单编号 订单号 订单id 交易编号 交易号 子订单编号 流水号 小票号 单号
    bestellnummer bestellnr bestellid auftragsnummer rechnungsnummer belegnummer numerocommande numerodecommande nocommande
    idcommande numerodepedido numeropedido idpedido pedido`),
  line_no: words('line lineno linenumber lineid orderline orderlinenumber 行号 行序号 序号 position pos'),
  customer_id: customerId,
  email,
  phone,
  ordered_at:
    words(`orderdate ordertime orderedat orderedon orderdatetime invoicedate transactiondate transactiontime
    purchasedate purchasetime purchasedat purchasedatetime saledate salesdate orderpurchasetimestamp createdat datecreated
    orderdateutc createddate createdate created paidat datepaid paymentdate date datetime timestamp day time
    下单时间 下单日期 订单创建时间 订单时间 订单日期 付款时间 支付时间 订单付款时间 买家付款时间 成交时间 交易时间 创建时间 购买时间 购买日期
    日期 时间 bestelldatum auftragsdatum rechnungsdatum kaufdatum datum datecommande datedecommande dateachat fechadepedido
    fechapedido fechadecompra fecha`),
  product_id: productId,
  product_title:
    words(`producttitle productname itemname itemtitle lineitemname itemdescription productdescription
    description title 商品名称 商品标题 宝贝标题 宝贝名称 产品名称 品名 artikelname artikelbezeichnung produktname
    bezeichnung artikel produkt nomduproduit nomproduit designation libelle produit nombreproducto nombredelproducto
    producto`),
  items: words('lineitems orderitems'),
  quantity:
    words(`quantity qty lineitemquantity itemquantity itemqty productquantity units unitssold orderquantity
    quantityordered qtyordered pieces count 数量 购买数量 订购数量 商品数量 宝贝数量 宝贝总数量 件数 销量 menge anzahl stuckzahl
    stueckzahl quantite qte cantidad`),
  unit_price:
    words(`unitprice price lineitemprice itemprice productprice priceeach priceperunit sellingprice 单价 商品单价
    京东价 价格 销售单价 成交单价 商品价格 售价 einzelpreis stuckpreis stueckpreis preis prixunitaire prix preciounitario
    precio`),
  discount:
    words(`discount linediscount lineitemdiscount discountamount itemdiscount linediscountamount 优惠 优惠金额
    折扣金额 折扣 商品优惠 rabatt remise descuento`),
  amount:
    words(`lineamount linetotal lineitemtotal linesales itemtotal rowtotal linerevenue extendedprice amount sales
    revenue netsales netamount salesamount 金额 小计 销售额 商品金额 商品总价 成交金额 销售金额 zeilenbetrag positionsbetrag
    betrag umsatz montantligne montant importe`),
  channel:
    words(`channel saleschannel orderchannel ordersource source sourcename platform store storename 渠道 销售渠道
    订单渠道 订单来源 来源 平台 店铺名称 店铺 门店 vertriebskanal kanal canal`),
  status: words(
    `status orderstatus financialstatus state 状态 订单状态 交易状态 bestellstatus statut estado`,
  ),
  currency,
}

/**
 * Totals of a whole order, normalised, best first: they serve as a line's amount only where nothing else does and each
 * row of the file is an order of its own.
 */
export const orderTotals =
  words(`ordertotal grandtotal totalpaid total totalamount totalprice orderamount ordervalue
  ordervaluetotal nettotal totalsales orderprice value subtotal 买家实际支付金额 实际支付金额 实付金额 订单实付金额 支付金额
  订单金额 应付金额 总金额 总价 合计 gesamtbetrag gesamtsumme bestellwert rechnungsbetrag gesamtpreis summe montanttotal
  totalcommande importetotal totalpedido`)
