import { runRoute } from '@/lib/server/route'
import { AppError } from '@/lib/shared/errors'
import { rowsQuerySchema } from '@/lib/tables/schema'
import { getRows } from '@/lib/tables/service'

export async function GET(request: Request, { params }: { params: Promise<{ table: string }> }) {
  const { table } = await params
  return runRoute((member) => {
    const query = rowsQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) throw new AppError('tableQueryInvalid')
    return getRows(member, table, query.data)
  })
}
