import { getSnapshot } from '@/lib/segments/snapshot-service'
import { runRoute } from '@/lib/server/route'

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute((member) => getSnapshot(member, id))
}
