import type { TableName } from '@/lib/warehouse/tables'

/** A header as synonyms are written: lower case, letters and digits only. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const words = (text: string) => text.trim().split(/\s+/)

const customerId =
  words(`customerid custid cid clientid userid memberid shopperid buyerid customernumber customerno
  customercode accountid contactid customer client buyer user member 客户id 客户编号 客户号 客户 会员id 会员编号 会员号 会员
  用户id 用户编号 用户 买家id 买家 买家昵称 买家会员名 顾客 顾客编号`)
const productId =
  words(`productid productcode productno productnumber sku stockcode itemid itemcode itemno itemsku
  variantsku lineitemsku articleid articlenumber clothingid asin goodsid spuid skuid product item 商品id 商品编号 商品编码
  商品货号 货号 产品编号 产品id 商家编码 款号 商品`)
const email = words(
  'email emailaddress mail useremail contactemail customeremail billingemail 邮箱 电子邮箱 电子邮件',
)

/** Headers by which each field is recognised, best first; English and Chinese, as shops and tools export them. */
export const fieldSynonyms: Record<TableName, Record<string, readonly string[]>> = {
  customers: {
    customer_id: [...customerId, 'id', 'klaviyoid', ...email],
    email,
    phone: words(
      'phone phonenumber mobile mobilephone telephone tel billingphone 手机 手机号 手机号码 电话 联系电话',
    ),
    first_name: words('firstname givenname forename fname billingfirstname 名 名字 姓名 客户姓名'),
    last_name: words('lastname surname familyname lname billinglastname 姓 姓氏'),
    gender: words('gender sex 性别'),
    birth_date: words('birthdate dateofbirth birthday dob born 生日 出生日期'),
    city: words('city town billingcity defaultaddresscity 城市 所在城市 市'),
    country: words(
      'country countryregion countrycode billingcountry defaultaddresscountrycode 国家 国家地区 国家或地区',
    ),
    signed_up_on:
      words(`signupdate signedupon signedup registrationdate registeredat registered createdat datecreated
      created joindate joinedat dateadded profilecreatedon 注册时间 注册日期 创建时间 加入时间 入会时间`),
    consent:
      words(`consent emailconsent marketingconsent emailmarketingconsent acceptsemailmarketing acceptsmarketing
      optin emailoptin newsletter subscribed subscriptionstatus 是否订阅 订阅 营销同意 是否同意营销`),
  },
  orders: {
    order_id:
      words(`orderid ordernumber orderno order ordername invoiceno invoiceid invoicenumber invoice transactionid
      transactionno receiptno receiptnumber basketid name 订单编号 订单号 订单id 交易号 主订单编号 子订单编号 流水号`),
    line_no: words('line lineno linenumber lineid orderline 行号 序号'),
    customer_id: [...customerId, ...email],
    ordered_at:
      words(`orderdate ordertime orderedat orderdatetime invoicedate transactiondate purchasedate purchasetime
      purchasedat createdat datecreated orderdateutc created paidat datepaid date datetime timestamp day 下单时间 下单日期
      订单创建时间 订单时间 订单日期 付款时间 支付时间 订单付款时间 成交时间 交易时间 购买时间 购买日期 日期 时间`),
    product_id: productId,
    product_title: words(`producttitle productname itemname itemtitle lineitemname description itemdescription
      productdescription title 商品名称 商品标题 宝贝标题 产品名称 品名`),
    quantity:
      words(`quantity qty lineitemquantity itemquantity units unitssold orderquantity quantityordered count
      数量 购买数量 商品数量 件数 宝贝数量 销量`),
    unit_price:
      words(`unitprice price lineitemprice itemprice productprice priceeach sellingprice 单价 商品单价 价格
      销售单价 成交单价 商品价格`),
    discount:
      words(`discount linediscount lineitemdiscount discountamount itemdiscount 优惠 优惠金额 折扣金额 折扣
      商品优惠`),
    amount:
      words(`amount lineamount linetotal lineitemtotal linesales sales revenue linerevenue extendedprice itemtotal
      金额 小计 销售额 商品金额 商品总价 成交金额`),
    channel: words('channel saleschannel source sourcename platform store 渠道 销售渠道 来源 平台 店铺'),
    status: words('status orderstatus financialstatus state 状态 订单状态 交易状态'),
  },
  products: {
    product_id: [...productId, 'handle', 'id'],
    title: words(
      'title producttitle productname name itemname postxtitle 商品名称 商品标题 产品名称 标题 名称 品名',
    ),
    category:
      words(`category categories productcategory producttype type department googleproductcategory 类目 分类
      商品类目 商品分类 品类 类别`),
    brand: words('brand vendor manufacturer brandname 品牌 厂商 供应商'),
    price: words(
      'price unitprice variantprice regularprice sellingprice saleprice listprice 价格 售价 单价 销售价 零售价',
    ),
    cost: words('cost costprice unitcost costperitem purchaseprice cogs 成本 成本价 进价'),
    stock:
      words(`stock inventory stockquantity stocklevel quantity qty inventoryquantity variantinventoryqty onhand
      available 库存 库存数量 库存量`),
    tags: words('tags tag keywords labels 标签 关键词'),
    description: words(
      'description productdescription bodyhtml body shortdescription details 描述 商品描述 详情 商品详情',
    ),
  },
  reviews: {
    review_id: words('reviewid commentid feedbackid id 评价id 评论id 评价编号 评论编号'),
    product_id: productId,
    customer_id: [...customerId, 'reviewerid', 'authorid', 'reviewer', 'author', ...email],
    rating: words('rating stars score starrating reviewrating reviewscore overall 评分 星级 打分 评价星级'),
    title: words('title reviewtitle summary headline subject 标题 评价标题'),
    text: words(`text reviewtext review reviewbody body content comment comments feedback message 评价 评论 内容 评价内容
      评论内容 反馈`),
    reviewed_on:
      words(`reviewdate reviewedon reviewedat reviewtime date createdat submittedat created timestamp
      评价时间 评论时间 评价日期 评论日期 日期 时间`),
  },
}

/** Totals of a whole order: on every line or on the first only, so they serve as an amount only when nothing else does. */
export const orderTotals =
  words(`ordertotal total totalamount totalprice ordervalue ordervaluetotal grandtotal nettotal
  totalsales value subtotal 订单金额 实付金额 实际支付金额 买家实际支付金额 总金额 总价 合计 应付金额`)
