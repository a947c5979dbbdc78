/** A text as an SQL string literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as an SQL identifier; only for names the product made itself, never a user's column name. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
