/** What no database takes in a text: NUL and halves of a character. */
export const unstorable = /[\0\p{Surrogate}]/u

/** Whether all texts of a form's or program's input can be stored, names of its entries too. */
export function isStorable(input: unknown): boolean {
  if (typeof input === 'string') return !unstorable.test(input)
  if (Array.isArray(input)) return input.every(isStorable)
  if (typeof input !== 'object' || input === null) return true
  return Object.entries(input).every(([name, value]) => isStorable(name) && isStorable(value))
}

/** The first `most` UTF-16 units of a text, without half of a character at their end. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most)
  return cut.length < text.length && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
