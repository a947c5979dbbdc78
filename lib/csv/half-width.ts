const fullWidth = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0xff01 + index)).join('')
const ascii = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join('')

/** Characters of East Asian keyboards, and what they stand for in a number or a date, one for one: １２：３０ is 12:30. */
export const wideCharacters = `${fullWidth}\u3000−`
export const plainCharacters = `${ascii} -`

const wide = new RegExp(`[${fullWidth}\u3000−]`, 'g')

/** Numbers and dates in lower case and with the ordinary forms of digits and punctuation. */
export function plainText(text: string): string {
  return text
    .replace(wide, (character) => plainCharacters.charAt(wideCharacters.indexOf(character)))
    .toLowerCase()
}
