'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ensureSnapshot } from '@/lib/segments/snapshot-actions'
import { snapshotQuery } from '@/lib/segments/snapshot-client'
import type { SnapshotView } from '@/lib/segments/snapshot-schema'
import { unwrap } from '@/lib/shared/action-result'

/** milliseconds a date must stand still before its figures are asked for */
const pause = 500

export type SnapshotState = {
  /** the latest finished one, which may still be of another day */
  known: SnapshotView | null
  /** the one that is being computed, or waits its turn */
  running: SnapshotView | null
  failed: boolean
  /** looks again, after a failure or when the running one has ended */
  refresh: () => void
}

/** Every feature of every customer as of a day, computed when first asked for; nothing while `asOf` is null. */
export function useSnapshot(asOf: string | null): SnapshotState {
  const [day, setDay] = useState(asOf)
  useEffect(() => {
    const timer = setTimeout(() => setDay(asOf), day === null ? 0 : pause)
    return () => clearTimeout(timer)
  }, [asOf, day])
  const ensured = useQuery({
    queryKey: ['snapshots', 'as-of', day],
    queryFn: async () => unwrap(await ensureSnapshot({ asOf: day ?? '' })),
    enabled: day !== null,
    staleTime: 0,
  })
  const isKnown = ensured.data?.state === 'completed'
  const view = useQuery({
    ...snapshotQuery(ensured.data?.id ?? ''),
    enabled: ensured.data !== undefined && !isKnown,
  })
  const latest = (isKnown ? null : view.data) ?? ensured.data ?? null
  const [known, setKnown] = useState<SnapshotView | null>(null)
  if (latest?.state === 'completed' && latest.summary && latest.id !== known?.id) setKnown(latest)
  const isRunning = latest?.state === 'queued' || latest?.state === 'running'
  const ended = latest?.state === 'failed' || latest?.state === 'cancelled'
  return {
    known,
    running: isRunning ? latest : null,
    failed: Boolean(ensured.error || view.error || ended),
    refresh: () => void (isRunning ? view.refetch() : ensured.refetch()),
  }
}
