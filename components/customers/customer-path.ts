const referenceMark = '~ref-'

/**
 * The address of a customer's page by an id that is no contact (see isContactId). Ids come from users' files and may hold
 * anything, so they are percent-encoded with '~' in place of '%': what decodes addresses on the way, or swallows '..',
 * leaves them alone.
 */
export function customerPath(customerId: string): string {
  const encoded = encodeURIComponent(customerId).replaceAll('~', '%7E').replaceAll('%', '~')
  return `/customers/${/^\.+$/.test(encoded) ? encoded.replaceAll('.', '~2E') : encoded}`
}

/** The address of the page of a customer whose id is an e-mail address or phone number: see CustomerReference. */
export const referencePath = (reference: string) => `/customers/${referenceMark}${reference}`

/** The address of the page of what readCustomerParam gave. */
export const addressPath = (address: { id: string } | { reference: string }) =>
  'id' in address ? customerPath(address.id) : referencePath(address.reference)

/** The customer id or reference that a path segment stands for; null when it cannot be one. */
export function readCustomerParam(param: string): { id: string } | { reference: string } | null {
  if (param.startsWith(referenceMark)) return { reference: param.slice(referenceMark.length) }
  try {
    return { id: decodeURIComponent(param.replaceAll('~', '%')) }
  } catch {
    return null
  }
}
