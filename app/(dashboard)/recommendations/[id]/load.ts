import 'server-only'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { segmentTitle } from '@/components/segments/segment-title'
import { getRecommender } from '@/lib/recommendations/service'
import { getSegmentation } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { orNotFound } from '@/lib/server/or-not-found'
import { AppError } from '@/lib/shared/errors'

/** The recommender of the address, once a request. */
export const loadRecommender = cache(async (id: string) => {
  const viewer = await requirePage()
  return { viewer, recommender: await orNotFound(getRecommender(viewer, id)) }
})

/** A finished recommender with the names of the segments it was trained with; none when their segmentation is gone. */
export async function loadFinished(id: string) {
  const { viewer, recommender } = await loadRecommender(id)
  if (recommender.state !== 'completed') notFound()
  const { segmentationId } = recommender.settings
  const segmentation = segmentationId
    ? await getSegmentation(viewer, segmentationId).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'notFound') return null
        throw error
      })
    : null
  const words = await getTranslations('segment-names')
  const segments =
    segmentation?.state === 'completed'
      ? segmentation.segments.map((segment) => ({ id: segment.id, name: segmentTitle(words, segment) }))
      : []
  return { viewer, recommender, segments }
}
