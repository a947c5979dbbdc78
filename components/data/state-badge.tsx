import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { JobState } from '@/lib/data/schema'

const tones: Record<JobState, Tone> = {
  queued: 'neutral',
  running: 'info',
  completed: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

export function StateBadge({ state }: { state: JobState }) {
  const t = useTranslations('data.states')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
