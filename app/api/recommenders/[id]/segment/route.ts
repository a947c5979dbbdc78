import { getSegmentLists } from '@/lib/recommendations/service'
import { runRoute } from '@/lib/server/route'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const segmentId = new URL(request.url).searchParams.get('id') ?? ''
  return runRoute((member) => getSegmentLists(member, id, segmentId))
}
