import { emailKind } from '../email-kind'
import type { CatalogueEntry } from '../feature'

/** Who a customer is, by the customers table. */
export const personFeatures: readonly CatalogueEntry[] = [
  {
    id: 'age',
    group: 'person',
    unit: 'years',
    sql: "CASE WHEN birth_date <= as_of THEN date_sub('year', birth_date, as_of) END",
    needs: [{ table: 'customers', column: 'birth_date' }],
  },
  {
    id: 'days_since_signup',
    group: 'person',
    unit: 'days',
    sql: "CASE WHEN signed_up_on <= as_of THEN date_diff('day', signed_up_on, as_of) END",
    needs: [{ table: 'customers', column: 'signed_up_on' }],
  },
  {
    id: 'free_mail',
    group: 'person',
    unit: 'share',
    sql: `((${emailKind('email')}) = 'free')::INTEGER`,
    needs: [{ table: 'customers', column: 'email' }],
    impute: 'mean',
  },
  {
    id: 'consented',
    group: 'person',
    unit: 'share',
    sql: 'consent::INTEGER',
    needs: [{ table: 'customers', column: 'consent' }],
    impute: 'mean',
  },
]
