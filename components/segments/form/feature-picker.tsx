'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { JobProgress } from '@/components/jobs/job-progress'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { AlikeAlert } from './alike-alert'
import { findAlike } from './alike-pairs'
import { FeatureGroup } from './feature-group'
import { FeatureRow } from './feature-row'
import { groupItems } from './form-item'
import { searchItems } from './search-items'
import { type UnavailableFeature, UnavailableFeatures } from './unavailable-features'
import type { FeatureChoice } from './use-feature-choice'
import { useItemText } from './use-item-text'
import type { SnapshotState } from './use-snapshot'

const longestSearch = 80

/** Return in the search must not create the segmentation. */
function keepFromSubmitting(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault()
}

export type FeaturePickerProps = {
  choice: FeatureChoice
  snapshot: SnapshotState
  /** the day chosen in the form */
  asOf: string
  unavailable: readonly UnavailableFeature[]
}

/** Every figure the data supports, by group, with what it looks like as of the chosen day. */
export function FeaturePicker({ choice, snapshot, asOf, unavailable }: FeaturePickerProps) {
  const t = useTranslations('segmentForm.features')
  const words = useTranslations('features')
  const formats = useFormats()
  const text = useItemText()
  const [search, setSearch] = useState('')
  const { items, chosen, selected, preparations } = choice
  const current = snapshot.known?.asOf === asOf ? snapshot.known : null
  const figures = useMemo(
    () => new Map(current?.summary?.features.map((feature) => [feature.id, feature])),
    [current],
  )
  const alike = useMemo(
    () => findAlike(current?.summary?.correlations ?? [], items, selected),
    [current, items, selected],
  )
  const found = searchItems(items, search, (item) => `${text.name(item)} ${text.meaning(item)}`)
  return (
    <div className="flex flex-col gap-4">
      {snapshot.running ? (
        <div className="flex flex-col gap-2">
          <JobProgress
            key={snapshot.running.jobId}
            jobId={snapshot.running.jobId}
            title={t('progress', { date: formats.date(snapshot.running.asOf) })}
            onDone={snapshot.refresh}
            canCancel={false}
          />
          <p className="text-sm text-muted">{t('progressHint')}</p>
        </div>
      ) : null}
      {snapshot.failed ? (
        <Alert
          tone="danger"
          title={t('failedTitle')}
          actions={
            <Button size="sm" onClick={snapshot.refresh}>
              {t('again')}
            </Button>
          }
        >
          {t('failed')}
        </Alert>
      ) : null}
      <AlikeAlert pairs={alike} onDrop={(item) => choice.select(item.key, false)} />
      <SearchInput
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        maxLength={longestSearch}
        value={search}
        onChange={setSearch}
        onKeyDown={keepFromSubmitting}
        className="sm:max-w-80"
      />
      <div className="border-b border-border">
        {groupItems(found).map(({ group, items: members }) => (
          <FeatureGroup
            key={group}
            title={words(`groups.${group}`)}
            count={items.filter((item) => item.group === group).length}
            selected={chosen.filter((item) => item.group === group).length}
            searching={search.trim() !== ''}
          >
            {members.map((item) => (
              <FeatureRow
                key={item.key}
                item={item}
                selected={selected.has(item.key)}
                figures={item.ids.flatMap((id) => figures.get(id) ?? [])}
                customers={current?.customers ?? 0}
                preparation={preparations[item.key]}
                onSelect={(on) => choice.select(item.key, on)}
                onPrepare={(change, suggested) => choice.prepare(item.key, change, suggested)}
                onUnprepare={() => choice.unprepare(item.key)}
              />
            ))}
          </FeatureGroup>
        ))}
        {found.length === 0 ? (
          <div className="flex flex-wrap items-center gap-3 border-t border-border py-4 text-sm text-muted">
            <p>{t('noMatch', { search: search.trim() })}</p>
            <Button size="sm" onClick={() => setSearch('')}>
              {t('clear')}
            </Button>
          </div>
        ) : null}
      </div>
      <UnavailableFeatures features={unavailable} />
    </div>
  )
}
