'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { BarChart } from '@/components/charts/bar-chart'
import { ChartFrame } from '@/components/charts/chart-frame'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Spinner } from '@/components/ui/spinner'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import { productQuery, productSearchQuery } from '@/lib/recommendations/client'
import type { ProductView as Answer, RecommenderView } from '@/lib/recommendations/schema'
import { ExportAudienceDialog } from './export-audience-dialog'
import { NeighbourCard } from './neighbour-card'
import { Picker } from './picker'
import { SaveAudienceDialog } from './save-audience-dialog'
import { productName } from './use-reason-text'

export type ProductViewProps = { recommender: RecommenderView; canExport: boolean }

/** What goes with a product, and whom to tell about it. */
export function ProductView({ recommender, canExport }: ProductViewProps) {
  const t = useTranslations('recommendations.product')
  const errorText = useErrorText()
  const [productId, setProductId] = useState<string | null>(null)
  const view = useQuery({ ...productQuery(recommender.id, productId ?? ''), enabled: productId !== null })
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <Picker
        label={t('search')}
        hint={t('search')}
        none={t('none')}
        query={(text) => productSearchQuery(recommender.id, text)}
        items={({ products }) => products}
        keyOf={({ id }) => id}
        picked={productId}
        onPick={({ id }) => setProductId(id)}
        face={(product) => (
          <>
            <span className="block break-words">{productName(product)}</span>
            <span className="block text-xs text-muted">
              {[product.id, product.category].filter(Boolean).join(' · ')}
            </span>
          </>
        )}
      />
      <div className="flex min-w-0 flex-col gap-6">
        {productId === null ? <p className="text-muted">{t('pick')}</p> : null}
        {view.error ? <Alert tone="danger">{errorText(view.error)}</Alert> : null}
        {productId !== null && view.isPending ? <Spinner /> : null}
        {view.data ? (
          <>
            <Audience view={view.data} recommender={recommender} canExport={canExport} />
            <Similar view={view.data} />
            {view.data.similar.length > 1 ? <NeighbourCard view={view.data} /> : null}
            <Together view={view.data} />
          </>
        ) : null}
      </div>
    </div>
  )
}

function Audience({
  view,
  recommender,
  canExport,
}: {
  view: Answer
  recommender: RecommenderView
  canExport: boolean
}) {
  const t = useTranslations('recommendations')
  return (
    <Card>
      <CardHeader className="pb-5">
        <div>
          <CardTitle>{productName(view.product)}</CardTitle>
          <CardDescription>{t('product.audienceText', view.listed)}</CardDescription>
        </div>
        {canExport && view.listed.customers > 0 ? (
          <div className="flex flex-wrap gap-2">
            <SaveAudienceDialog
              key={view.product.id}
              recommenderId={recommender.id}
              asOf={recommender.asOf}
              product={{ id: view.product.id, name: productName(view.product) }}
              customers={view.listed.customers}
            />
            <ExportAudienceDialog
              recommenderId={recommender.id}
              productId={view.product.id}
              name={t('exports.names.audience', {
                name: recommender.name,
                product: productName(view.product),
              }).slice(0, 120)}
            />
          </div>
        ) : null}
      </CardHeader>
    </Card>
  )
}

function Similar({ view }: { view: Answer }) {
  const t = useTranslations('recommendations.product')
  const formats = useFormats()
  const rows = view.similar.map(({ product, similarity }) => ({
    id: product.id,
    label: productName(product),
    position: 0,
    color: 0,
    values: [similarity],
    texts: [similarity === null ? '–' : formats.decimal(similarity, 2)],
  }))
  const [first] = rows
  return (
    <ChartFrame
      title={t('similar')}
      reading={
        first
          ? t('similarReading', { product: first.label, similarity: first.texts[0] ?? '' })
          : t('similarEmpty')
      }
      fileName="product-neighbours"
      table={{
        columns: [
          { key: 'label', label: t('product') },
          { key: 'similarity', label: t('similarity'), numeric: true },
        ],
        rows: rows.map(({ label, texts }) => ({ label, similarity: texts[0] ?? '' })),
      }}
    >
      {first ? <BarChart label={t('similar')} measures={[t('similarity')]} rows={rows} /> : null}
    </ChartFrame>
  )
}

function Together({ view }: { view: Answer }) {
  const t = useTranslations('recommendations.product')
  const formats = useFormats()
  const percent = (value: number | null) => (value === null ? '–' : formats.percent(value, 2))
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('together')}</CardTitle>
          <CardDescription>
            {view.together.length > 0 ? t('togetherHint') : t('togetherEmpty')}
          </CardDescription>
        </div>
      </CardHeader>
      {view.together.length > 0 ? (
        <CardBody>
          <TableScroll label={t('together')}>
            <Table>
              <TableCaption>{t('together')}</TableCaption>
              <TableHead>
                <tr>
                  <TableHeader>{t('product')}</TableHeader>
                  <TableHeader numeric>{t('support')}</TableHeader>
                  <TableHeader numeric>{t('confidence')}</TableHeader>
                  <TableHeader numeric>{t('lift')}</TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {view.together.map(({ product, support, confidence, lift }) => (
                  <TableRow key={product.id}>
                    <TableCell className="break-words whitespace-normal">{productName(product)}</TableCell>
                    <TableCell numeric>{percent(support)}</TableCell>
                    <TableCell numeric>{percent(confidence)}</TableCell>
                    <TableCell numeric>
                      {lift === null ? '–' : t('times', { value: formats.decimal(lift, 1) })}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableScroll>
        </CardBody>
      ) : null}
    </Card>
  )
}
