import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/lib/shared/action-result'
import { previewErasure } from './erasure-actions'

/** What erasing a customer would take. */
export function erasurePreviewQuery(customerId: string) {
  return queryOptions({
    queryKey: ['erasure-preview', customerId],
    queryFn: async () => unwrap(await previewErasure({ customerId })),
    staleTime: 0,
    gcTime: 0,
  })
}
