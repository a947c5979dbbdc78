import { listRuleSegments } from '@/lib/segments/rule-service'
import { runRoute } from '@/lib/server/route'

export function GET() {
  return runRoute(listRuleSegments)
}
