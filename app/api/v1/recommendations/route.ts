import { getCustomerList } from '@/lib/recommendations/api-service'
import { customerListRequestSchema } from '@/lib/recommendations/schema'
import { readJson } from '@/lib/server/read-json'
import { runTokenRoute } from '@/lib/server/route'

/** For a shop to call whose customer ids do not belong into an address: see the README. */
export function POST(request: Request) {
  return runTokenRoute(async () => {
    const { customerId, recommender } = await readJson(request, customerListRequestSchema)
    return getCustomerList(request, customerId, recommender)
  })
}
