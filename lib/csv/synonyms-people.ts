import { words } from './header-forms'
import { customerId, email, phone } from './synonyms-shared'

export const customerSynonyms = {
  customer_id: [...customerId, 'id'],
  email,
  phone,
  first_name: words(`firstname givenname forename fname fn billingfirstname 名 名字 vorname prenom nombre
    姓名 客户姓名 会员姓名 买家姓名 收货人姓名 收货人 fullname customername billingname buyername name`),
  last_name:
    words(`lastname surname familyname lname ln billinglastname 姓 姓氏 nachname familienname nom apellido
    apellidos`),
  gender: words('gender sex gen 性别 geschlecht sexe genre sexo genero'),
  birth_date:
    words(`birthdate dateofbirth birthday dob born birth 生日 出生日期 出生年月 会员生日 geburtsdatum geburtstag
    datedenaissance datenaissance fechadenacimiento fechanacimiento`),
  city: words(`city town billingcity defaultaddresscity shippingcity 城市 所在城市 市 收货城市 ort stadt wohnort ville
    ciudad ct`),
  country:
    words(`country countryregion countrycode countryid billingcountry billingcountrycode defaultaddresscountrycode
    defaultaddresscountry shippingcountry countryname 国家 国家地区 国家或地区 land pays pais`),
  signed_up_on:
    words(`signupdate signedupon signedup signuptime registrationdate registeredat registeredon registered
    accountcreated accountcreatedat customersince membersince joindate joinedat joinedon profilecreatedon createdat
    createdate createdon creationdate datecreated created dateadded subscribedat
    注册时间 注册日期 入会时间 入会日期 加入时间 成为会员时间 创建时间 创建日期 registrierungsdatum registriertam anmeldedatum kundeseit
    dateinscription datedinscription fechaderegistro fechaalta`),
  consent:
    words(`consent emailconsent marketingconsent emailmarketingconsent acceptsemailmarketing acceptsmarketing
    emailmarketing optin emailoptin marketingoptin newsletter newsletteroptin issubscribed subscribed emailsubscribed
    subscriptionstatus emailmarketingstatus 是否订阅 订阅 营销同意 是否同意营销 同意营销 einwilligung consentement`),
}

export const campaignSynonyms = {
  campaign:
    words(`campaign campaignname campaignid campaigntitle campaigncode mailing broadcast flow emailname
    活动名称 活动 营销活动 活动id 活动编号 推广活动 kampagne campagne campana`),
  customer_id: customerId,
  email: [...email, 'recipient', 'recipientemail', 'subscriber'],
  phone,
  sent_at:
    words(`sentat senttime sendtime sentdate senddate sendat deliveredat contactedat contactdate sent date timestamp
    发送时间 发送日期 触达时间 推送时间 日期 时间 versanddatum`),
  variant:
    words(`variant variation group testgroup treatment arm abgroup abtest cohort segmentgroup 变体 版本 分组 实验组 组别
    variante`),
  responded: words(`responded response converted conversion clicked purchased bought visit redeemed accepted y
    是否响应 响应 是否转化 转化 是否购买 是否点击`),
  revenue:
    words(`revenue attributedrevenue conversionvalue spend sales ordervalue amount 收入 销售额 成交金额 转化金额 umsatz
    chiffredaffaires ingresos`),
  cost: words('cost sendcost contactcost costpercontact price 成本 费用 发送成本 kosten cout coste'),
}
