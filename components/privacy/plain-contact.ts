/** An id, e-mail address or phone number as people write it: phone numbers are kept with a mark that says what they are. */
export const plainContact = (name: string): string => name.replace(/^tel:/, '')
