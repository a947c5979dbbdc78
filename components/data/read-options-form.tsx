'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { delimiters, quotes } from '@/lib/csv/dialect'
import { encodings } from '@/lib/csv/encoding'
import type { Inspection, InspectionResult } from '@/lib/data/schema'
import { delimiterNames, quoteNames } from './dialect-names'
import { type ReadChoices, toChoices, toOptions } from './read-options'
import { useReadAgain } from './use-read-again'

type ReadOptionsFormProps = { inspection: Inspection; file: InspectionResult }

/** Says how a file is to be read; its preview then shows the effect. */
export function ReadOptionsForm({ inspection, file }: ReadOptionsFormProps) {
  const t = useTranslations('data.file')
  const { readAgain, pending, error } = useReadAgain(inspection.uploadId)
  const [choices, setChoices] = useState(() => toChoices(inspection.options, file.dialect.headerLine))
  const set = (values: Partial<ReadChoices>) => setChoices({ ...choices, ...values })
  const options = toOptions(choices)
  const { name, alternatives } = file.encoding
  const likely = [name, ...alternatives.filter((other) => other !== name)]
  const others = encodings.filter((other) => !likely.includes(other))
  return (
    <form
      className="flex flex-col gap-4 rounded-xl border border-border bg-subtle p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (options) readAgain(options)
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('encoding')} hint={t('encodingHint')}>
          <Select
            value={choices.encoding}
            onChange={(event) => set({ encoding: event.target.value as ReadChoices['encoding'] })}
          >
            <option value="auto">{t('auto')}</option>
            <optgroup label={t('likely')}>
              {likely.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {t(`encodings.${encoding}`)}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('others')}>
              {others.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {t(`encodings.${encoding}`)}
                </option>
              ))}
            </optgroup>
          </Select>
        </Field>
        <Field label={t('delimiter')}>
          <Select
            value={choices.delimiter}
            onChange={(event) => set({ delimiter: event.target.value as ReadChoices['delimiter'] })}
          >
            <option value="auto">{t('auto')}</option>
            {delimiters.map((delimiter) => (
              <option key={delimiter} value={delimiter}>
                {t(`delimiters.${delimiterNames[delimiter]}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('quote')}>
          <Select
            value={choices.quote}
            onChange={(event) => set({ quote: event.target.value as ReadChoices['quote'] })}
          >
            <option value="auto">{t('auto')}</option>
            {quotes.map((quote) => (
              <option key={quote} value={quote}>
                {t(`quotes.${quoteNames[quote]}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('header')}>
          <Select
            value={choices.header}
            onChange={(event) => set({ header: event.target.value as ReadChoices['header'] })}
          >
            <option value="auto">{t('auto')}</option>
            <option value="line">{t('headerLine')}</option>
            <option value="none">{t('noHeader')}</option>
          </Select>
        </Field>
        {choices.header === 'line' ? (
          <Field label={t('lineNumber')} hint={t('lineHint')} error={options ? null : t('lineWrong')}>
            <Input
              inputMode="numeric"
              value={choices.line}
              onChange={(event) => set({ line: event.target.value })}
              className="max-w-32"
            />
          </Field>
        ) : null}
      </div>
      {error ? <Alert tone="danger">{error}</Alert> : null}
      <div>
        <Button type="submit" variant="primary" loading={pending} disabled={!options}>
          {t('apply')}
        </Button>
      </div>
    </form>
  )
}
