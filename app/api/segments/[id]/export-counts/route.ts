import { exportQuerySchema } from '@/lib/segments/export-schema'
import { getExportCounts } from '@/lib/segments/export-service'
import { runRoute } from '@/lib/server/route'
import { AppError } from '@/lib/shared/errors'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute((member) => {
    const query = exportQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) throw new AppError('invalidInput')
    return getExportCounts(member, id, query.data)
  })
}
