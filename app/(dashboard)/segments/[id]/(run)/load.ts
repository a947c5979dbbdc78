import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getInsights, getSegmentation } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { orNotFound } from '@/lib/server/or-not-found'

/** The segmentation of the address, once a request. */
export const loadSegmentation = cache(async (id: string) => {
  const viewer = await requirePage()
  return { viewer, segmentation: await orNotFound(getSegmentation(viewer, id)) }
})

/** A finished segmentation with what is told of its segments, null for runs of before that was kept. */
export async function loadInsights(id: string) {
  const { viewer, segmentation } = await loadSegmentation(id)
  if (segmentation.state !== 'completed') notFound()
  return { segmentation, insights: await getInsights(viewer, id) }
}
