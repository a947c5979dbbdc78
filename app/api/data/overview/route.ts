import { getDataOverview } from '@/lib/data/service'
import { runRoute } from '@/lib/server/route'

export function GET() {
  return runRoute(getDataOverview)
}
