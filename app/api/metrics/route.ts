import { answerMetrics } from '@/lib/server/metrics-route'

/** For Prometheus: see the README. */
export function GET(request: Request) {
  return answerMetrics(request)
}
