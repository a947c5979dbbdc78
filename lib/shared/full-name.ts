const han = /\p{Script=Han}/u

/** A person's name as it is written where they live: Chinese names start with the family's, without a space. */
export function fullName(first: string | null, last: string | null): string | null {
  if (!first || !last) return first || last || null
  return han.test(first) && han.test(last) ? `${last}${first}` : `${first} ${last}`
}
