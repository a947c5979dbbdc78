'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { RadioGroup } from '@/components/ui/radio-group'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { shippedMaps } from '@/lib/rfm/maps'
import type { MapChoice, MapDraft, MapShape } from './use-map-draft'

const choices = [...shippedMaps, 'own'] as const

/** Which map sorts the customers, and what a map of one's own is made of. */
export function MapChooser({ draft, canEdit }: { draft: MapDraft; canEdit: boolean }) {
  const t = useTranslations('rfm')
  const { choice, isEdited, map } = draft
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={t('maps.label')}
        look="cards"
        value={choice}
        onValueChange={(value) => draft.choose(value as MapChoice)}
        options={choices
          .filter((value) => canEdit || value !== 'own')
          .map((value) => ({
            value,
            label: (
              <span className="inline-flex flex-wrap items-center gap-2">
                {t(`maps.${value}.name`)}
                {value === choice && isEdited ? <Badge tone="accent">{t('maps.edited')}</Badge> : null}
              </span>
            ),
            description: t(`maps.${value}.meaning`),
          }))}
      />
      {choice === 'own' ? <OwnShape shape={map} onChange={draft.reshape} /> : null}
    </div>
  )
}

function OwnShape({ shape, onChange }: { shape: MapShape; onChange: (shape: MapShape) => void }) {
  const t = useTranslations('rfm.own')
  const { axes, bins, scoring } = shape
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-4">
      <Choice label={t('axes')}>
        <SegmentedControl
          label={t('axes')}
          value={axes}
          onValueChange={(value) => onChange({ axes: value, bins, scoring })}
          options={[
            { value: 'rf', label: t('rf') },
            { value: 'rfm', label: t('rfm') },
          ]}
        />
      </Choice>
      <Choice label={t('scoring')}>
        <SegmentedControl
          label={t('scoring')}
          value={scoring}
          onValueChange={(value) => onChange({ axes, bins: value === 'mean' ? 2 : 5, scoring: value })}
          options={[
            { value: 'quantiles', label: t('quantiles') },
            { value: 'mean', label: t('mean') },
          ]}
        />
      </Choice>
      {scoring === 'mean' ? null : (
        <Choice label={t('bins')}>
          <SegmentedControl
            label={t('bins')}
            value={String(bins)}
            onValueChange={(value) => onChange({ axes, bins: Number(value), scoring })}
            options={['2', '3', '4', '5'].map((value) => ({ value, label: value }))}
          />
        </Choice>
      )}
    </div>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span aria-hidden className="text-sm font-medium">
        {label}
      </span>
      {children}
    </div>
  )
}
