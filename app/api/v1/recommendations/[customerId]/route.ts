import { getCustomerList } from '@/lib/recommendations/api-service'
import { runTokenRoute } from '@/lib/server/route'

/** For a shop to call: see the README. */
export async function GET(request: Request, { params }: { params: Promise<{ customerId: string }> }) {
  const { customerId } = await params
  const recommenderId = new URL(request.url).searchParams.get('recommender')
  return runTokenRoute(() => getCustomerList(request, customerId, recommenderId))
}
