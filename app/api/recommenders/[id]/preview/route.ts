import { previewRequestSchema } from '@/lib/recommendations/schema'
import { getPreview } from '@/lib/recommendations/service'
import { readJson } from '@/lib/server/read-json'
import { runRoute } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'

/** Takes { customerId, rules }: rules do not fit into an address. Changes nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute(async (member) => {
    requireSameOrigin(request)
    const { customerId, rules } = await readJson(request, previewRequestSchema)
    return getPreview(member, id, customerId, rules)
  })
}
