import { ruleCountRequestSchema } from '@/lib/segments/rule-count-schema'
import { countRule } from '@/lib/segments/rule-service'
import { readJson } from '@/lib/server/read-json'
import { runRoute } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'

/** Takes { snapshotId, rule }: a rule does not fit into an address. Changes nothing. */
export function POST(request: Request) {
  return runRoute(async (member) => {
    requireSameOrigin(request)
    return countRule(member, await readJson(request, ruleCountRequestSchema))
  })
}
