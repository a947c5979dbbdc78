export const jobStates = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** A job as its user sees it. `done` of `total` counts what `phase` counts: bytes, rows, tries … */
export type JobView = {
  id: string
  kind: string
  state: JobState
  phase: string | null
  done: number
  total: number | null
  /** How many rows that is, where `done` counts something else. */
  rows: number | null
  error: { code: string; params: Record<string, string | number> } | null
}

export function hasEnded({ state }: Pick<JobView, 'state'>): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled'
}
