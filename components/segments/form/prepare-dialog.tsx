'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { formatFeature } from '@/lib/features/format'
import { imputations, type Preparation, scales, transforms } from '@/lib/segments/settings-schema'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'
import { ImportanceChoice } from './importance-choice'
import type { Suggested } from './preparations'

export type PrepareDialogProps = {
  /** as shown */
  name: string
  /** of the one feature; null for the values of a field, which only have an importance */
  figures: SnapshotFeature | null
  preparation: Preparation | undefined
  suggested: Suggested
  onChange: (change: Preparation) => void
  onReset: () => void
}

/** How one figure is made ready to be compared; every choice takes effect at once. */
export function PrepareDialog(props: PrepareDialogProps) {
  const { name, figures, preparation, suggested, onChange, onReset } = props
  const t = useTranslations('segmentForm.prepare')
  const now = { ...suggested, ...preparation }
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button
          size="sm"
          variant="ghost"
          aria-label={t('changeNamed', { name })}
          className="-mx-2 px-2 text-accent"
        >
          {t('change')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('title', { name })}
        description={figures ? t('description') : null}
        footer={
          <>
            <Button variant="ghost" disabled={!preparation} onClick={onReset}>
              {t('reset')}
            </Button>
            <DialogClose asChild>
              <Button variant="primary">{t('done')}</Button>
            </DialogClose>
          </>
        }
      >
        <div className="flex flex-col gap-6">
          <ImportanceChoice weight={now.weight} onChange={(weight) => onChange({ weight })} />
          {figures ? <Choices figures={figures} now={now} suggested={suggested} onChange={onChange} /> : null}
        </div>
      </DialogContent>
    </Dialog>
  )
}

type ChoicesProps = {
  figures: SnapshotFeature
  now: Suggested
  suggested: Suggested
  onChange: (change: Preparation) => void
}

function Choices({ figures, now, suggested, onChange }: ChoicesProps) {
  const t = useTranslations('segmentForm.prepare')
  const formats = useFormats()
  const values = { median: figures.median, mean: figures.mean, zero: 0 }
  const mark = (label: string, isSuggested: boolean) => (isSuggested ? t('suggested', { label }) : label)
  return (
    <>
      {figures.missing > 0 ? (
        <RadioGroup
          label={t('fill.title', { count: figures.missing })}
          value={now.impute}
          onValueChange={(value) => onChange({ impute: imputations.find((fill) => fill === value) })}
          options={imputations.map((fill) => ({
            value: fill,
            label: mark(
              t(`fill.${fill}.label`, { value: formatFeature(formats, figures.unit, values[fill]) }),
              fill === suggested.impute,
            ),
            description: t(`fill.${fill}.meaning`),
          }))}
        />
      ) : null}
      <RadioGroup
        label={t('bend.title')}
        value={now.transform}
        onValueChange={(value) => onChange({ transform: transforms.find((bend) => bend === value) })}
        options={transforms.map((bend) => ({
          value: bend,
          label: mark(t(`bend.${bend}.label`), bend === suggested.transform),
          description: t(`bend.${bend}.meaning`),
        }))}
      />
      <RadioGroup
        label={t('scale.title')}
        value={now.scale}
        onValueChange={(value) => onChange({ scale: scales.find((scale) => scale === value) })}
        options={scales.map((scale) => ({
          value: scale,
          label: mark(t(`scale.${scale}.label`), scale === suggested.scale),
          description: t(`scale.${scale}.meaning`),
        }))}
      />
    </>
  )
}
