'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useErrorText } from '@/components/app/use-error-text'
import { reinspectUpload } from '@/lib/data/actions'
import { inspectionQuery } from '@/lib/data/client'
import type { ReadOptions } from '@/lib/data/schema'
import { unwrap } from '@/lib/shared/action-result'

/** Has a file looked into anew as its user says; the page then shows the work and its outcome. */
export function useReadAgain(uploadId: string) {
  const errorText = useErrorText()
  const queryClient = useQueryClient()
  const mutation = useMutation({
    mutationFn: async (options: ReadOptions) => unwrap(await reinspectUpload({ uploadId, options })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: inspectionQuery(uploadId).queryKey }),
  })
  return {
    readAgain: mutation.mutate,
    pending: mutation.isPending,
    error: mutation.error ? errorText(mutation.error) : null,
  }
}
