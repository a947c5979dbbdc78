import { peopleQuerySchema } from '@/lib/segments/schema'
import { getPeople } from '@/lib/segments/service'
import { readJson } from '@/lib/server/read-json'
import { runRoute } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'

/** Takes a PeopleQuery: what people are searched for does not belong into an address. Changes nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute(async (member) => {
    requireSameOrigin(request)
    return getPeople(member, id, await readJson(request, peopleQuerySchema))
  })
}
