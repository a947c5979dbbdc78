import { recommenderExportQuerySchema } from '@/lib/recommendations/export-schema'
import { getExportCounts } from '@/lib/recommendations/export-service'
import { runRoute } from '@/lib/server/route'
import { AppError } from '@/lib/shared/errors'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute((member) => {
    const query = recommenderExportQuerySchema.safeParse(
      Object.fromEntries(new URL(request.url).searchParams),
    )
    if (!query.success) throw new AppError('invalidInput')
    return getExportCounts(member, id, query.data)
  })
}
