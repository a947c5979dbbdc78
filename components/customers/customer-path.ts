/**
 * The address of a customer's page. Ids come from users' files and may hold anything, so they are percent-encoded with
 * '~' in place of '%': what decodes addresses on the way, or swallows '..', leaves them alone.
 */
export function customerPath(customerId: string): string {
  const encoded = encodeURIComponent(customerId).replaceAll('~', '%7E').replaceAll('%', '~')
  return `/customers/${/^\.+$/.test(encoded) ? encoded.replaceAll('.', '~2E') : encoded}`
}

/** The customer id of a path segment; null when it cannot be one. */
export function readCustomerParam(param: string): string | null {
  try {
    return decodeURIComponent(param.replaceAll('~', '%'))
  } catch {
    return null
  }
}
