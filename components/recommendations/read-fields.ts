/** A list typed as text: one a line, and where nothing in it holds a comma also separated by those. */
export function readList(text: string, byLine: boolean): string[] {
  const parts = text.split(byLine ? /\r?\n/ : /[\r\n,，;；]+/).map((part) => part.trim())
  return [...new Set(parts.filter(Boolean))]
}

export const joinList = (values: readonly string[]) => values.join('\n')

/** A number field's text; null when it is empty or no number from 0 on. */
export function readNumber(text: string): number | null {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value
}
