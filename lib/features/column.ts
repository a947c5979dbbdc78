const plain = /^[a-z][a-z0-9_]*$/

function toHex(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The column of a feature in tables and files: `f_<id>` for one of the catalogue, else `f_` and the id's UTF-8 bytes in
 * hexadecimal (which start with a digit), so that no user's text is ever an SQL name.
 */
export function featureColumn(id: string): string {
  return `f_${plain.test(id) ? id : toHex(id)}`
}

/** The column of a field's text (gender, country, city, email_kind, attribute:<name>) in a snapshot's file. */
export function fieldColumn(field: string): string {
  return `t_${toHex(field)}`
}
