'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { purposeKinds } from '@/lib/privacy/export-schema'
import type { PeopleChoice } from './people-choice'

export type PurposeFieldsProps = { choice: PeopleChoice; onChange: (change: Partial<PeopleChoice>) => void }

/** What the list is for: required, and kept in the log. */
export function PurposeFields({ choice, onChange }: PurposeFieldsProps) {
  const t = useTranslations('exports')
  const needsNote = choice.kind === 'other'
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('dialog.purpose')} hint={t('dialog.purposeHint')} required>
        <Select
          value={choice.kind}
          onChange={({ target }) =>
            onChange({ kind: purposeKinds.find((kind) => kind === target.value) ?? '', confirmed: [] })
          }
        >
          <option value="">{t('dialog.choosePurpose')}</option>
          {purposeKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`purposes.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('dialog.note')} required={needsNote} optional={!needsNote}>
        <Input
          value={choice.note}
          maxLength={180}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </Field>
    </div>
  )
}
