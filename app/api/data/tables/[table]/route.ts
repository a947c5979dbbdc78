import { readJson } from '@/lib/server/read-json'
import { runRoute } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'
import { rowsQuerySchema } from '@/lib/tables/schema'
import { getRows } from '@/lib/tables/service'

/** Takes a RowsQuery: what people are searched for does not belong into an address. Changes nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ table: string }> }) {
  const { table } = await params
  return runRoute(async (member) => {
    requireSameOrigin(request)
    return getRows(member, table, await readJson(request, rowsQuerySchema))
  })
}
