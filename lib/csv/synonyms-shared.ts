import { words } from './header-forms'

/** Headers of fields that several tables have, normalised, best first: English, Chinese, and the main German, French and Spanish words. */
export const customerId =
  words(`customerid custid cid clientid userid memberid shopperid buyerid customernumber customerno customernr
  customercode customerkey clientnumber accountid accountnumber contactid visitorid personid customer client buyer user member
  客户id 客户编号 客户号 客户代码 客户 会员id 会员编号 会员号 会员卡号 会员 用户id 用户编号 用户 买家id 买家 买家昵称 买家会员名
  买家账号 下单帐号 下单账号 顾客id 顾客 顾客编号
  kundennummer kundennr kundenid kunde numeroclient idclient codeclient idcliente numerocliente codigocliente cliente`)

export const productId =
  words(`productid productcode productno productnumber productsku productkey sku skucode skuid stockcode itemid
  itemcode itemno itemnumber itemsku variantsku lineitemsku articleid articlenumber clothingid asin goodsid spuid movieid
  contentid product item 商品id 商品编号 商品编码 商品货号 商品代码 货号 产品编号 产品id 产品编码 商家编码 款号 商品
  artikelnummer artikelnr artikelid produktnummer produktnr produktid codeproduit idproduit referenceproduit refarticle
  codigoproducto idproducto referencia`)

export const email =
  words(`email emailaddress mail mailaddress useremail contactemail customeremail buyeremail
  billingemail billingemailaddress emailid primaryemail 邮箱 电子邮箱 电子邮件 邮件地址 邮箱地址 买家邮箱 客户邮箱
  emailadresse mailadresse adressemail adresseemail courriel correo correoelectronico`)

export const phone =
  words(`phone phonenumber phoneno mobile mobilephone mobilenumber mobilephonenumber mobileno
  cellphone telephone tel customerphone billingphone contactphone 手机 手机号 手机号码 联系手机 电话 联系电话 电话号码 移动电话
  买家手机 买家手机号 收货人手机 收货人手机号 telefon telefonnummer handy handynummer mobilnummer portable telefono movil`)

export const currency = words(
  'currency currencycode ordercurrency presentmentcurrency 币种 货币 wahrung waehrung devise moneda',
)
