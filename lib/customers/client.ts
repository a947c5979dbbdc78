import { postJson } from '@/lib/shared/fetch-json'
import type { CustomerReference } from './schema'

/** What stands in the address of a customer's page for an id that is an e-mail address or phone number. */
export function findCustomerReference(customerId: string): Promise<CustomerReference> {
  return postJson<CustomerReference>('/api/customers/reference', { customerId })
}
