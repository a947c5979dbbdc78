import { getJob } from '@/lib/jobs/service'
import { runRoute } from '@/lib/server/route'

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute((member) => getJob(member, id))
}
