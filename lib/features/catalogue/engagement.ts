import type { CatalogueEntry } from '../feature'
import { reviewer } from '../needs'

const recipient = { table: 'campaigns', column: 'customer_id' } as const

/** What customers do besides buying. */
export const engagementFeatures: readonly CatalogueEntry[] = [
  {
    id: 'average_rating',
    group: 'engagement',
    unit: 'rating',
    sql: 'average_rating',
    needs: [{ table: 'reviews', column: 'rating' }, reviewer],
  },
  {
    id: 'reviews',
    group: 'engagement',
    unit: 'count',
    sql: 'coalesce(reviews_written, 0)',
    needs: [reviewer],
  },
  {
    id: 'days_since_review',
    group: 'engagement',
    unit: 'days',
    sql: "date_diff('day', last_review, as_of)",
    needs: [reviewer, { table: 'reviews', column: 'reviewed_on' }],
  },
  {
    id: 'recent_views',
    group: 'engagement',
    unit: 'count',
    sql: 'coalesce(views, 0)',
    needs: [{ table: 'interactions', column: 'view' }],
  },
  {
    id: 'recent_carts',
    group: 'engagement',
    unit: 'count',
    sql: 'coalesce(carts, 0)',
    needs: [{ table: 'interactions', column: 'cart' }],
  },
  {
    id: 'recent_wishes',
    group: 'engagement',
    unit: 'count',
    sql: 'coalesce(wishes, 0)',
    needs: [{ table: 'interactions', column: 'wish' }],
  },
  {
    id: 'days_since_interaction',
    group: 'engagement',
    unit: 'days',
    sql: "date_diff('day', last_interaction, as_of)",
    needs: [
      { table: 'interactions', column: 'customer_id' },
      { table: 'interactions', column: 'occurred_at' },
    ],
  },
  {
    id: 'campaigns',
    group: 'engagement',
    unit: 'count',
    sql: 'coalesce(campaigns_received, 0)',
    needs: [recipient],
  },
  {
    id: 'campaign_response',
    group: 'engagement',
    unit: 'share',
    sql: 'campaigns_answered / nullif(campaigns_known, 0)',
    needs: [recipient, { table: 'campaigns', column: 'responded' }],
  },
  {
    id: 'links_in',
    group: 'engagement',
    unit: 'count',
    sql: 'coalesce(links_in, 0)',
    needs: [{ table: 'links', column: 'to_id' }],
  },
  {
    id: 'links_out',
    group: 'engagement',
    unit: 'count',
    sql: 'coalesce(links_out, 0)',
    needs: [{ table: 'links', column: 'from_id' }],
  },
]
