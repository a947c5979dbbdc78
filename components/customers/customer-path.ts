/**
 * The address of a customer's page. Ids come from users' files and may hold anything: they are encoded, and '.' and
 * '..', which an address would swallow, are marked with a '~'.
 */
export function customerPath(customerId: string): string {
  return `/customers/${encodeURIComponent(/^(~|\.{1,2}$)/.test(customerId) ? `~${customerId}` : customerId)}`
}

/** The customer id of a path segment as Next hands it over (still encoded); null when it cannot be one. */
export function readCustomerParam(param: string): string | null {
  try {
    const id = decodeURIComponent(param)
    return id.startsWith('~') ? id.slice(1) : id
  } catch {
    return null
  }
}
