'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { Alert } from '@/components/ui/alert'
import { FileDrop } from '@/components/ui/file-drop'
import { checkFile } from './check-file'
import { PasteTable } from './paste-table'
import { UploadItems } from './upload-items'
import { useUploads } from './use-uploads'

/** Takes files or a pasted table, sends them with their true progress, and goes on to their columns. */
export function UploadForm({ mostBytes }: { mostBytes: number }) {
  const t = useTranslations('data.uploadPage')
  const router = useRouter()
  const formats = useFormats()
  const [objections, setObjections] = useState<string[]>([])
  const [leaving, setLeaving] = useState(false)
  const most = formats.bytes(mostBytes)
  const { items, busy, start, stop } = useUploads((uploadIds, files) => {
    if (uploadIds.length !== 1 || files > 1) return
    setLeaving(true)
    router.push(`/data/upload/${uploadIds[0]}`)
  })

  function choose(files: File[]) {
    const judged = files.map((file) => ({ file, objection: checkFile(file, mostBytes) }))
    setObjections(
      judged.flatMap(({ file, objection }) => (objection ? [t(objection, { name: file.name, most })] : [])),
    )
    const good = judged.filter(({ objection }) => objection === null).map(({ file }) => file)
    if (good.length > 0) void start(good)
  }
  return (
    <div className="flex flex-col gap-4">
      <div className={busy || leaving ? 'hidden' : 'contents'}>
        <FileDrop
          accept=".csv,.tsv,.txt,.gz,.zip,.xlsx,text/csv,text/tab-separated-values,text/plain"
          multiple
          onFiles={choose}
          label={t('drop')}
          hint={t('dropHint', { most })}
          className="min-h-56"
        />
        <PasteTable onFile={(file) => choose([file])} />
      </div>
      {objections.map((objection) => (
        <Alert key={objection} tone="danger">
          {objection}
        </Alert>
      ))}
      {items.length > 0 ? <UploadItems items={items} onStop={stop} /> : null}
    </div>
  )
}
