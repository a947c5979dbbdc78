'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { FileDrop } from '@/components/ui/file-drop'
import { uploadFile } from '@/lib/data/client'
import { AppError } from '@/lib/shared/errors'
import { checkFile } from './check-file'
import { UploadProgress } from './upload-progress'

type Notice = { tone: 'info' | 'danger'; text: string }

const isStop = (error: unknown) => error instanceof AppError && error.code === 'uploadStopped'

/** Takes one file, sends it with its true progress, and goes on to its mapping. */
export function UploadForm() {
  const t = useTranslations('data.uploadPage')
  const router = useRouter()
  const errorText = useErrorText()
  const [sent, setSent] = useState(0)
  const [notice, setNotice] = useState<Notice | null>(null)
  const controller = useRef<AbortController | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) => {
      const abort = new AbortController()
      controller.current = abort
      return uploadFile(file, { signal: abort.signal, onProgress: setSent })
    },
    onSuccess: ({ uploadId }) => router.push(`/data/upload/${uploadId}`),
    onError: (error, file) => {
      if (isStop(error)) setNotice({ tone: 'info', text: t('stopped', { name: file.name }) })
    },
  })

  function choose(files: File[]) {
    const [file, ...others] = files
    if (!file) return
    upload.reset()
    setSent(0)
    const objection = checkFile(file)
    if (objection) return setNotice({ tone: 'danger', text: t(objection, { name: file.name }) })
    setNotice(others.length > 0 ? { tone: 'info', text: t('several', { name: file.name }) } : null)
    upload.mutate(file)
  }
  const file = upload.variables
  return (
    <div className="flex flex-col gap-4">
      {file && (upload.isPending || upload.isSuccess) ? (
        <UploadProgress
          name={file.name}
          sent={upload.isSuccess ? file.size : sent}
          total={file.size}
          onCancel={upload.isPending ? () => controller.current?.abort() : null}
        />
      ) : (
        <FileDrop
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          multiple
          onFiles={choose}
          label={t('drop')}
          hint={t('dropHint')}
          className="min-h-56"
        />
      )}
      {notice ? <Alert tone={notice.tone}>{notice.text}</Alert> : null}
      {upload.error && file && !isStop(upload.error) ? (
        <Alert tone="danger" title={t('failed', { name: file.name })}>
          {errorText(upload.error)}
        </Alert>
      ) : null}
    </div>
  )
}
