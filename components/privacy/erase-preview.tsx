'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { buttonClasses } from '@/components/ui/button-classes'
import type { ErasurePreview } from '@/lib/privacy/erasure-schema'
import type { TableName } from '@/lib/warehouse/tables'
import { plainContact } from './plain-contact'

/** What erasing a person would take, and which lists that left held them. */
export function ErasePreview({ preview, removalHref }: { preview: ErasurePreview; removalHref: string }) {
  const t = useTranslations('privacy.erase')
  const tables = useTranslations('data.tables')
  const formats = useFormats()
  const { alsoCalled, rows, exports, exportsUnknown } = preview
  return (
    <div className="flex flex-col gap-4 text-sm">
      <ul className="list-disc pl-5">
        {Object.entries(rows).map(([table, count]) => (
          <li key={table}>{t('rows', { table: tables(`${table as TableName}.name`), count })}</li>
        ))}
        <li>{t('results')}</li>
        <li>{t('originals')}</li>
      </ul>
      <p>{t('revenue')}</p>
      {alsoCalled.length > 0 ? (
        <p className="break-words">
          {t('alsoCalled', { names: formats.list(alsoCalled.map(plainContact)) })}
        </p>
      ) : null}
      {exports.length > 0 ? (
        <div className="flex flex-col gap-2">
          <p className="font-medium">{t('exports', { count: exports.length })}</p>
          <ul className="max-h-40 overflow-auto pl-5 list-disc">
            {exports.map(({ id, name, at }) => (
              <li key={id}>{t('export', { name, date: formats.date(at) })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {exportsUnknown > 0 ? <p>{t('exportsUnknown', { count: exportsUnknown })}</p> : null}
      {exports.length + exportsUnknown > 0 ? (
        <div className="flex flex-col items-start gap-2">
          <p>{t('removalHint')}</p>
          <a href={removalHref} download className={buttonClasses('secondary', 'sm')}>
            <Download aria-hidden />
            {t('removal')}
          </a>
        </div>
      ) : null}
    </div>
  )
}
