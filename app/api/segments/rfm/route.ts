import { getRfmGrids } from '@/lib/segments/rfm-service'
import { runRoute } from '@/lib/server/route'

export function GET(request: Request) {
  const asOf = new URL(request.url).searchParams.get('asOf') ?? ''
  return runRoute((member) => getRfmGrids(member, asOf))
}
