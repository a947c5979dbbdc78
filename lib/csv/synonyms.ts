import type { TableName } from '@/lib/warehouse/tables'
import { words } from './header-forms'
import { orderSynonyms } from './synonyms-orders'
import { campaignSynonyms, customerSynonyms } from './synonyms-people'
import { interactionSynonyms, linkSynonyms, productSynonyms, reviewSynonyms } from './synonyms-products'

/** Headers by which each field is recognised, normalised, best first. */
export const fieldSynonyms: Record<TableName, Record<string, readonly string[]>> = {
  customers: customerSynonyms,
  orders: orderSynonyms,
  products: productSynonyms,
  reviews: reviewSynonyms,
  interactions: interactionSynonyms,
  links: linkSynonyms,
  campaigns: campaignSynonyms,
}

const people =
  words(`customer customers user client buyer member contact person profile subscriber shopper account
  billing bill default primary main shipping ship delivery address kunde kunden rechnung client cliente`)

/** Words in front of a header that only repeat what a table is about, by the table whose field is sought. */
export const headerPrefixes: Record<TableName, ReadonlySet<string>> = {
  customers: new Set(people),
  orders: new Set(words('line item lineitem product purchase transaction sale sales')),
  products: new Set(words('product item article variant goods sku')),
  reviews: new Set(words('review rating product')),
  interactions: new Set(words('event interaction')),
  links: new Set(words('link edge')),
  campaigns: new Set(words('campaign mailing message')),
}
/** The same for a contact, whatever the table. */
export const contactPrefixes: ReadonlySet<string> = new Set(people)

/**
 * Words too general to be believed when a table is only one of several in a file: in an order file, 'created' is the
 * order's date and not the customer's, 'type' is not the product's. By field.
 */
export const generalWords: Partial<Record<TableName, Record<string, readonly string[]>>> = {
  customers: {
    first_name: words('name 名 nombre nom fn'),
    last_name: words('nom ln 姓'),
    city: words('ct ort'),
    gender: words('gen genre'),
    consent: words('consent subscribed newsletter'),
    signed_up_on:
      words(`createdat createdate createdon creationdate datecreated created dateadded registered subscribedat
      创建时间 创建日期`),
  },
  products: {
    title: words('title name 标题 名称'),
    category: words('type department'),
    cost: words('cost 成本 cogs'),
    stock: words('quantity qty available'),
    tags: words('tags tag labels keywords 标签 关键词'),
    image: words('image images picture photo 图片'),
    description: words('description body details 描述 详情'),
  },
}
