import { referenceRequestSchema } from '@/lib/customers/schema'
import { getCustomerReference } from '@/lib/customers/service'
import { readJson } from '@/lib/server/read-json'
import { runRoute } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'

/** Takes { customerId }: an id that is an e-mail address does not belong into an address. Changes nothing. */
export function POST(request: Request) {
  return runRoute(async (member) => {
    requireSameOrigin(request)
    return getCustomerReference(member, (await readJson(request, referenceRequestSchema)).customerId)
  })
}
