'use client'

import { useRef, useState } from 'react'
import { uploadFile } from '@/lib/data/client'
import { AppError } from '@/lib/shared/errors'

export type UploadItem = {
  key: number
  name: string
  /** bytes */
  size: number
  sent: number
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'stopped'
  uploadId: string | null
  error: unknown
}

const isStop = (error: unknown) => error instanceof AppError && error.code === 'uploadStopped'

/** Files on their way to the server, one after another. `onEnd` is told the ids of those that arrived, and of how many. */
export function useUploads(onEnd: (uploadIds: string[], files: number) => void) {
  const [items, setItems] = useState<UploadItem[]>([])
  const [busy, setBusy] = useState(false)
  const stops = useRef(new Map<number, AbortController>())
  const nextKey = useRef(0)

  const change = (key: number, values: Partial<UploadItem>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...values } : item)))

  async function send(file: File, key: number): Promise<string[]> {
    const { signal } = stops.current.get(key) ?? {}
    if (!signal || signal.aborted) return []
    change(key, { state: 'sending' })
    try {
      const onProgress = (sent: number) => change(key, { sent })
      const { uploadId } = await uploadFile(file, { signal, onProgress })
      change(key, { state: 'done', sent: file.size, uploadId })
      return [uploadId]
    } catch (error) {
      change(key, isStop(error) ? { state: 'stopped' } : { state: 'failed', error })
      return []
    }
  }

  async function start(files: File[]): Promise<void> {
    const queue = files.map((file) => ({ file, key: nextKey.current++ }))
    for (const { key } of queue) stops.current.set(key, new AbortController())
    const added = queue.map(({ file: { name, size }, key }) => ({
      ...{ key, name, size, sent: 0 },
      ...{ state: 'waiting' as const, uploadId: null, error: null },
    }))
    setItems((all) => [...all.filter(({ state }) => state === 'done'), ...added])
    setBusy(true)
    const arrived: string[] = []
    for (const { file, key } of queue) arrived.push(...(await send(file, key)))
    setBusy(false)
    onEnd(arrived, files.length)
  }

  function stop(key: number): void {
    stops.current.get(key)?.abort()
    setItems((all) =>
      all.map((item) =>
        item.key === key && item.state === 'waiting' ? { ...item, state: 'stopped' } : item,
      ),
    )
  }
  return { items, busy, start, stop }
}
