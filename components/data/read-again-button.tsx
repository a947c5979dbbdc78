'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ReadOptions } from '@/lib/data/schema'
import { useReadAgain } from './use-read-again'

type ReadAgainButtonProps = { uploadId: string; options: ReadOptions; label: string }

/** Has a file looked into once more. */
export function ReadAgainButton({ uploadId, options, label }: ReadAgainButtonProps) {
  const { readAgain, pending, error } = useReadAgain(uploadId)
  return (
    <>
      <Button size="sm" loading={pending} onClick={() => readAgain(options)}>
        {label}
      </Button>
      {error ? <Alert tone="danger">{error}</Alert> : null}
    </>
  )
}
