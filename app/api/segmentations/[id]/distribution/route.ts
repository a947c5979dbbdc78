import { getDistribution } from '@/lib/segments/service'
import { runRoute } from '@/lib/server/route'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const feature = new URL(request.url).searchParams.get('feature') ?? ''
  return runRoute((member) => getDistribution(member, id, feature))
}
