import { customerSearchSchema } from '@/lib/recommendations/schema'
import { findCustomers } from '@/lib/recommendations/service'
import { readJson } from '@/lib/server/read-json'
import { runRoute } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'

/** Takes { text }: what people are searched for does not belong into an address. Changes nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute(async (member) => {
    requireSameOrigin(request)
    return findCustomers(member, id, (await readJson(request, customerSearchSchema)).text)
  })
}
