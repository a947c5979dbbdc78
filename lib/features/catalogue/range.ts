import type { CatalogueEntry } from '../feature'
import { brand, category, channel, halfYear, product } from '../needs'

/**
 * How wide and how new what a customer buys is. Diversity is exp of Shannon's entropy of the spend: the number of equally
 * large parts that would be as varied.
 */
export const rangeFeatures: readonly CatalogueEntry[] = [
  { id: 'distinct_products', group: 'range', unit: 'count', sql: 'distinct_products', needs: [product] },
  {
    id: 'repeat_product_share',
    group: 'range',
    unit: 'share',
    sql: 'repeated_products / nullif(distinct_products, 0)',
    needs: [product],
  },
  {
    id: 'new_product_share',
    group: 'range',
    unit: 'share',
    sql: 'coalesce(new_product_sales, 0) / sales',
    needs: [product, halfYear],
  },
  {
    id: 'distinct_categories',
    group: 'range',
    unit: 'count',
    sql: 'coalesce(distinct_categories, 0)',
    needs: category,
  },
  { id: 'category_diversity', group: 'range', unit: 'decimal', sql: 'category_diversity', needs: category },
  { id: 'top_category_share', group: 'range', unit: 'share', sql: 'top_category_share', needs: category },
  {
    id: 'distinct_brands',
    group: 'range',
    unit: 'count',
    sql: 'coalesce(distinct_brands, 0)',
    needs: brand,
  },
  { id: 'brand_diversity', group: 'range', unit: 'decimal', sql: 'brand_diversity', needs: brand },
  { id: 'top_brand_share', group: 'range', unit: 'share', sql: 'top_brand_share', needs: brand },
  { id: 'channel_diversity', group: 'range', unit: 'decimal', sql: 'channel_diversity', needs: [channel] },
  { id: 'top_channel_share', group: 'range', unit: 'share', sql: 'top_channel_share', needs: [channel] },
]
