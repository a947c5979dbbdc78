import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { movementPath } from './compare-path'

/** Says that a run sorts customers into the segments of an earlier one, and leads to what changed since. */
export function ScoredNote({ id, baseId }: { id: string; baseId: string }) {
  const t = useTranslations('compare.scored')
  return (
    <Alert
      title={t('title')}
      actions={
        <>
          <ButtonLink size="sm" href={movementPath(baseId, id)}>
            {t('compare')}
          </ButtonLink>
          <ButtonLink size="sm" href={`/segments/${baseId}`}>
            {t('base')}
          </ButtonLink>
        </>
      }
    >
      {t('description')}
    </Alert>
  )
}
