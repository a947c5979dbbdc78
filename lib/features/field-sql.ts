import { emailKind } from './email-kind'
import { attributeName } from './field'

/**
 * SQL for a field's text over the customers table, trimmed, NULL where blank or no field of ours; `bind` puts an
 * attribute's name among the query's values and gives back its placeholder.
 */
export function fieldSql(field: string, bind: (value: string) => string): string {
  const attribute = attributeName(field)
  if (attribute !== null) return `nullif(trim(map_extract_value(attributes, ${bind(attribute)})), '')`
  switch (field) {
    case 'gender':
    case 'country':
    case 'city':
      return `nullif(trim(${field}), '')`
    case 'email_kind':
      return emailKind('email')
    default:
      return 'NULL::VARCHAR'
  }
}

const match = (text: string, pattern: string) => `regexp_full_match(${text}, '[+-]?${pattern}')`

/**
 * SQL for the number that a text (an SQL name) reads as: 1234.5, 1,234.5, 1.234,5, 1234,5, with a currency or percent
 * sign beside it; NULL for anything else, and for codes with leading zeros.
 */
export function numberSql(text: string): string {
  const bare = `regexp_replace(${text}, '[\\s\\x{A0}\\x{202F}€$£¥￥%]', '', 'g')`
  return `CASE
    WHEN ${match(text, '0[0-9]+')} THEN NULL
    WHEN ${match(bare, '([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,2})?')} THEN TRY_CAST(${bare} AS DOUBLE)
    WHEN ${match(bare, '[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?')} THEN TRY_CAST(replace(${bare}, ',', '') AS DOUBLE)
    WHEN ${match(bare, '[0-9]{1,3}([.][0-9]{3})+,[0-9]+')}
      THEN TRY_CAST(replace(replace(${bare}, '.', ''), ',', '.') AS DOUBLE)
    WHEN ${match(bare, '[0-9]+,[0-9]+')} THEN TRY_CAST(replace(${bare}, ',', '.') AS DOUBLE) END`
}
