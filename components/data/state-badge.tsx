import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { ImportSummary } from '@/lib/data/schema'

const tones = {
  queued: 'neutral',
  running: 'info',
  failed: 'danger',
  cancelled: 'neutral',
  checked: 'warning',
  imported: 'success',
  undone: 'neutral',
  discarded: 'neutral',
} as const satisfies Record<string, Tone>

/** Where an import stands: its work while that lasts or went wrong, else what was decided. */
export function importStanding({ stage, state }: Pick<ImportSummary, 'stage' | 'state'>): keyof typeof tones {
  return stage === 'checked' && state !== 'completed' ? state : stage
}

export function StateBadge({ standing }: { standing: keyof typeof tones }) {
  const t = useTranslations('data.states')
  return <Badge tone={tones[standing]}>{t(standing)}</Badge>
}
