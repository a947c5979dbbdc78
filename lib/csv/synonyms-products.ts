import { words } from './header-forms'
import { customerId, email, phone, productId } from './synonyms-shared'

export const productSynonyms = {
  product_id: [...productId, 'handle', 'urlhandle', 'id'],
  title:
    words(`producttitle productname title itemname itemtitle name posttitle 商品名称 商品标题 宝贝标题 产品名称 标题 名称
    品名 artikelname artikelbezeichnung produktname bezeichnung nomduproduit nomproduit nombreproducto`),
  category:
    words(`productcategory category categories producttype categoryname itemcategory itemtype type departmentname
    department classname divisionname googleproductcategory 商品类目 商品分类 类目 分类 品类 类别 商品类别 kategorie
    warengruppe categorie categoria`),
  brand:
    words(`brand vendor manufacturer brandname productbrand productvendor maker 品牌 品牌名称 厂商 供应商 marke
    hersteller marque marca`),
  price:
    words(`price unitprice variantprice regularprice sellingprice saleprice listprice productprice 价格 售价 单价 销售价
    零售价 preis verkaufspreis prix precio`),
  cost: words(`costperitem unitcost costprice productcost purchaseprice cost cogs 成本价 成本 进价 einkaufspreis
    prixachat coste`),
  stock:
    words(`stock inventory stockquantity stocklevel inventoryquantity variantinventoryqty onhand quantity qty
    available 库存 库存数量 库存量 bestand lagerbestand existencias`),
  tags: words('tags tag producttags keywords labels 标签 关键词 商品标签'),
  image:
    words(`imageurl imagesrc imagelink productimageurl productimage mainimage baseimage imageurls image images
    picture photo 图片 商品图片 主图 图片链接 bild bildurl imagen`),
  description:
    words(`productdescription description bodyhtml body shortdescription longdescription details 描述 商品描述
    详情 商品详情 beschreibung produktbeschreibung descripcion`),
}

export const reviewSynonyms = {
  review_id: words('reviewid commentid feedbackid ratingid id 评价id 评论id 评价编号 评论编号'),
  product_id: productId,
  customer_id: [...customerId, 'reviewerid', 'authorid', 'reviewer', 'author'],
  email: [...email, 'revieweremail', 'authoremail'],
  phone,
  rating:
    words(`rating stars score starrating reviewrating reviewscore overall overallrating 评分 星级 打分 评价星级 评价分数
    bewertung sterne evaluation note puntuacion valoracion`),
  title: words('reviewtitle title summary headline subject reviewheadline 评价标题 标题 titel titre titulo'),
  text: words(`reviewtext reviewbody reviewcontent text review content body comment comments feedback message 评价内容
    评论内容 评价 评论 内容 反馈 bewertungstext rezension kommentar avis commentaire opinion comentario`),
  reviewed_on:
    words(`reviewdate reviewedon reviewedat reviewtime reviewcreatedat submittedat date createdat created
    timestamp 评价时间 评论时间 评价日期 评论日期 日期 时间 datum fecha`),
}

export const interactionSynonyms = {
  customer_id: [...customerId, 'sessionid'],
  email,
  phone,
  product_id: productId,
  event:
    words(`event eventtype eventname action behavior behaviour behaviortype behaviourtype interaction interactiontype
    activity 事件 行为 行为类型 事件类型 动作 ereignis`),
  occurred_at:
    words(`eventtime eventdate eventtimestamp occurredat occurredon viewedat visitedat timestamp datetime
    createdat time date 发生时间 行为时间 事件时间 浏览时间 时间 日期 zeitpunkt`),
  weight: words(
    'weight strength eventweight eventvalue interactioncount views clicks plays count score rating 权重 次数 强度',
  ),
}

export const linkSynonyms = {
  from_id:
    words(`fromid from source sourceid followerid follower referrerid referrer referrercustomerid inviterid
    inviter referredby userid1 customerid1 user1 node1 src 来源用户 关注者 邀请人 邀请人id 推荐人 推荐人id 发起人`),
  to_id: words(`toid to target targetid followeeid followee followedid friendid refereeid referee referredid
    referredcustomerid inviteeid invitee userid2 customerid2 user2 node2 dst 目标用户 被关注者 被邀请人 被邀请人id 被推荐人
    被推荐人id 接收人`),
  kind: words('kind type relation relationship linktype edgetype relationtype 关系 关系类型 类型'),
  weight: words('weight strength count interactions score 权重 次数 强度'),
}
