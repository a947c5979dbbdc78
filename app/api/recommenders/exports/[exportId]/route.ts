import { downloadExport } from '@/lib/recommendations/export-service'
import { runRoute } from '@/lib/server/route'

export async function GET(_request: Request, { params }: { params: Promise<{ exportId: string }> }) {
  const { exportId } = await params
  return runRoute((member) => downloadExport(member, exportId))
}
