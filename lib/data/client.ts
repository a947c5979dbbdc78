import { queryOptions } from '@tanstack/react-query'
import { AppError, type PublicError } from '@/lib/shared/errors'
import { fetchJson } from '@/lib/shared/fetch-json'
import type { ImportDetail, Inspection } from './schema'

export function importQuery(importId: string) {
  return queryOptions({
    queryKey: ['imports', importId],
    queryFn: () => fetchJson<ImportDetail>(`/api/imports/${importId}`),
  })
}

const pause = 600

/** What is known of an uploaded file, asked for again until it and all its parts have been looked into. */
export function inspectionQuery(uploadId: string) {
  return queryOptions({
    queryKey: ['uploads', uploadId, 'inspection'],
    queryFn: () => fetchJson<Inspection>(`/api/uploads/${uploadId}/inspection`),
    refetchInterval: ({ state: { status, data } }) => {
      if (status === 'error' || !data) return false
      const under = [data.state, ...data.parts.map(({ state }) => state)]
      return under.some((state) => state === 'queued' || state === 'running') ? pause : false
    },
  })
}

export type UploadOptions = {
  /** Bytes sent so far, as the browser counts them. */
  onProgress?: (sent: number) => void
  signal?: AbortSignal
}

/** Sends a file; rejects with an AppError when it was refused, `uploadStopped` when `signal` ended it. */
export function uploadFile(
  file: File,
  { onProgress, signal }: UploadOptions = {},
): Promise<{ uploadId: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const end = () => signal?.removeEventListener('abort', stop)
    request.open('POST', `/api/uploads?name=${encodeURIComponent(file.name)}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => onProgress?.(Math.min(loaded, file.size))
    request.onload = () => {
      end()
      const body = request.response as { uploadId?: string; error?: PublicError } | null
      if (request.status < 300 && body?.uploadId) return resolve({ uploadId: body.uploadId })
      const { code, params } = body?.error ?? { code: 'unexpected', params: { reference: request.status } }
      reject(new AppError(code, params))
    }
    request.onerror = () => {
      end()
      reject(new AppError('uploadInterrupted'))
    }
    request.onabort = () => {
      end()
      reject(new AppError('uploadStopped'))
    }
    if (signal?.aborted) return reject(new AppError('uploadStopped'))
    signal?.addEventListener('abort', stop)
    request.send(file)
  })
}
