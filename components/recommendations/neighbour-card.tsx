'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { ChartLegend } from '@/components/charts/chart-legend'
import { ChartNote } from '@/components/charts/chart-note'
import { NeighbourGraph } from '@/components/charts/neighbour-graph'
import { prepareGraph } from '@/components/charts/prepare-graph'
import { seriesColor } from '@/components/charts/series-color'
import type { ProductView } from '@/lib/recommendations/schema'
import { productName } from './use-reason-text'

const [sameCategory, otherCategory] = [0, 1]

/** A product among those bought by the same people, and which of those go together too. */
export function NeighbourCard({ view }: { view: ProductView }) {
  const t = useTranslations('recommendations.graph')
  const formats = useFormats()
  const { product, similar, links } = view
  const prepared = useMemo(
    () =>
      prepareGraph(
        similar.map((one) => ({
          id: one.product.id,
          label: productName(one.product),
          weight: one.similarity ?? 0,
          color: one.product.category === product.category ? sameCategory : otherCategory,
        })),
        links,
      ),
    [product, similar, links],
  )
  const others = prepared.nodes.filter(({ color }) => color === otherCategory).length
  return (
    <ChartFrame
      title={t('title')}
      reading={t('reading', { shown: prepared.nodes.length, others })}
      help={t('help')}
      fileName="product-neighbourhood"
      table={{
        columns: [
          { key: 'product', label: t('product') },
          { key: 'category', label: t('category') },
          { key: 'similarity', label: t('similarity'), numeric: true },
        ],
        rows: similar.map((one) => ({
          product: productName(one.product),
          category: one.product.category ?? '–',
          similarity: formats.decimal(one.similarity ?? 0, 2),
        })),
      }}
    >
      <ChartLegend
        label={t('title')}
        className="mb-3 -ml-1.5"
        items={(['same', 'other'] as const).map((key, index) => ({
          key: index,
          label: t(key),
          color: seriesColor(index),
        }))}
      />
      <NeighbourGraph label={t('title')} centre={productName(product)} prepared={prepared} />
      <ChartNote kind="rows" shown={prepared.nodes.length} total={prepared.total} />
    </ChartFrame>
  )
}
