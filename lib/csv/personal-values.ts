// Patterns that read the same in JavaScript and in DuckDB's RE2: no look-around, no back-references.

const emailPart = '[^\\s@<>(),;:"]'

/** An e-mail address or phone number anywhere in a text. */
export const contactPattern = [
  `${emailPart}+@${emailPart}+[.]${emailPart}{2,}`,
  // With + or 00 in front; nine digits after a 0; ten in blocks; a Chinese mobile number.
  '[+][0-9](?:[ ().\\-/]{0,2}[0-9]){7,}',
  '\\b0(?:[ ()\\-/]{0,2}[0-9]){8,}',
  '[(]?\\b[0-9]{3}[)]?[ .\\-][0-9]{3}[ .\\-][0-9]{4}\\b',
  '\\b1[3-9][0-9][ \\-]?[0-9]{4}[ \\-]?[0-9]{4}\\b',
].join('|')

/** A whole value that is an IP address, an IBAN, a card number, a Chinese identity number or a US social security number. */
export const identityPattern = [
  '(?:[0-9]{1,3}[.]){3}[0-9]{1,3}',
  '[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){3,7}',
  '[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?',
  '[3-6][0-9]{3}(?:[ \\-]?[0-9]{4}){2}[ \\-]?[0-9]{3,4}',
  '[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx]',
  '[0-9]{3}-[0-9]{2}-[0-9]{4}',
].join('|')

/**
 * A customer id that is an e-mail address or phone number: as contacts are kept where there is no id (see
 * lib/warehouse/identity.ts), or as a shop uses them for ids. Digits alone are taken for a phone number only where they
 * are a Chinese mobile number: ids begin with 0 too often.
 */
export const contactIdPattern = [
  '[\\s\\S]*@[\\s\\S]*',
  'tel:[\\s\\S]*',
  '[+][0-9](?:[ ().\\-/]{0,2}[0-9]){7,}',
  '[(]?[0-9]{3}[)]?[ .\\-][0-9]{3}[ .\\-][0-9]{4}',
  '1[3-9][0-9][ \\-]?[0-9]{4}[ \\-]?[0-9]{4}',
].join('|')

const contactId = new RegExp(`^(?:${contactIdPattern})$`)
export const isContactId = (id: string) => contactId.test(id)
