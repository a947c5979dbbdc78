/** Fields of the customers table whose values can be levels; `email_kind` is derived from the e-mail's domain. */
export const customerFields = ['gender', 'country', 'city', 'email_kind'] as const

const attributePrefix = 'attribute:'

/** The field of an attribute, by its name as uploaded. */
export const attributeField = (name: string) => `${attributePrefix}${name}`

/** An attribute's name as uploaded; null for the fields every brand has. */
export function attributeName(field: string): string | null {
  return field.startsWith(attributePrefix) ? field.slice(attributePrefix.length) : null
}
