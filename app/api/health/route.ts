import { answerHealth } from '@/lib/server/health-route'

/** For load balancers and monitors: see the README. */
export function GET(request: Request) {
  return answerHealth(request)
}
