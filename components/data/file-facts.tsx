'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import type { Inspection, InspectionResult } from '@/lib/data/schema'
import { delimiterNames } from './dialect-names'
import { Disclosure } from './disclosure'
import { ReadOptionsForm } from './read-options-form'
import { SplitProblems } from './split-problems'

type FileFactsProps = { inspection: Inspection; file: InspectionResult }

/** How a file was read, by what evidence, and a way to have it read differently. */
export function FileFacts({ inspection, file }: FileFactsProps) {
  const t = useTranslations('data.file')
  const formats = useFormats()
  const { encoding, dialect, preamble, records, headers } = file
  const sure = formats.percent(encoding.confidence)
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-4 pt-2">
        <DefinitionList
          items={[
            { key: 'rows', term: t('rows'), value: t('rowsValue', { records, columns: headers.length }) },
            {
              key: 'encoding',
              term: t('encoding'),
              value: (
                <>
                  {t(`encodings.${encoding.name}`)}{' '}
                  <span className="font-normal text-muted">
                    {t(`evidence.${encoding.evidence}`, { sure })}
                  </span>
                </>
              ),
            },
            {
              key: 'delimiter',
              term: t('delimiter'),
              value: t(`delimiters.${delimiterNames[dialect.delimiter]}`),
            },
            {
              key: 'header',
              term: t('header'),
              value: dialect.headerLine === null ? t('noHeader') : t('line', { line: dialect.headerLine }),
            },
          ]}
        />
        {preamble.length > 0 ? (
          <Disclosure summary={t('preamble', { lines: preamble.length })}>
            <pre className="max-h-48 overflow-auto rounded-lg bg-subtle p-3 font-mono text-xs">
              {preamble.map((line) => line.slice(0, 500)).join('\n')}
            </pre>
          </Disclosure>
        ) : null}
        <SplitProblems rejected={file.rejected} />
        {encoding.evidence === 'bytes' && encoding.confidence < 0.8 ? (
          <Alert tone="warning">{t('unsure')}</Alert>
        ) : null}
        <Disclosure summary={t('differently')}>
          <ReadOptionsForm inspection={inspection} file={file} />
        </Disclosure>
      </CardBody>
    </Card>
  )
}
