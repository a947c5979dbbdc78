'use client'

import { useTranslations } from 'next-intl'
import { UploadProgress } from './upload-progress'
import type { UploadItem } from './use-uploads'

type UploadItemsProps = { items: UploadItem[]; onStop: (key: number) => void }

/** The files being sent or sent, each with its progress or the way to its columns. */
export function UploadItems({ items, onStop }: UploadItemsProps) {
  const t = useTranslations('data.uploadPage')
  const done = items.filter(({ state }) => state === 'done').length
  return (
    <section aria-labelledby="uploads" className="flex flex-col gap-2">
      <h2 id="uploads" className={items.length > 1 ? 'text-base font-semibold' : 'sr-only'}>
        {t('files', { done, count: items.length })}
      </h2>
      <ul className="divide-y divide-border rounded-xl border border-border bg-surface">
        {items.map((item) => (
          <UploadProgress key={item.key} item={item} onStop={() => onStop(item.key)} />
        ))}
      </ul>
    </section>
  )
}
