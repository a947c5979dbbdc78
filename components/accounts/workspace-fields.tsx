'use client'

import { useTranslations } from 'next-intl'
import { languageNames } from '@/components/app/language-names'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { WorkspaceSettings } from '@/lib/accounts/schema'
import type { Regions } from '@/lib/shared/regions'

export type WorkspaceFieldsProps = {
  value: WorkspaceSettings
  onChange: (value: WorkspaceSettings) => void
  disabled?: boolean
  regions: Regions
}

/** The brand's name, currency, time zone and language. */
export function WorkspaceFields({ value, onChange, disabled = false, regions }: WorkspaceFieldsProps) {
  const t = useTranslations('accounts.workspace')
  const set = (part: Partial<WorkspaceSettings>) => onChange({ ...value, ...part })
  return (
    <>
      <Field label={t('name')} required>
        <Input
          value={value.name}
          maxLength={80}
          disabled={disabled}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('currency')} hint={t('currencyHint')}>
          <Select
            value={value.currency}
            disabled={disabled}
            onChange={(event) => set({ currency: event.target.value })}
          >
            {regions.currencies.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('timeZone')}>
          <Select
            value={value.timeZone}
            disabled={disabled}
            onChange={(event) => set({ timeZone: event.target.value })}
          >
            {regions.timeZones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t('language')} hint={t('languageHint')}>
        <Select
          value={value.language}
          disabled={disabled}
          onChange={(event) => set({ language: event.target.value as WorkspaceSettings['language'] })}
        >
          {languageNames.map(({ value: language, name }) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
