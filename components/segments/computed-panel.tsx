import { useTranslations } from 'next-intl'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
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
import { describeFeature } from '@/lib/features/catalogue'
import { formatFeature } from '@/lib/features/format'
import { wordFeature } from '@/lib/features/words'
import type { KmeansView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'

export type ComputedPanelProps = { segmentation: KmeansView; formats: Formats }

/** How a segmentation came about, in plain words and with every number needed to repeat it. */
export function ComputedPanel({ segmentation, formats }: ComputedPanelProps) {
  const t = useTranslations('segments.computed')
  const again = useTranslations('compare.scored')
  const { result, asOf, kind } = segmentation
  const customers = segmentation.customers ?? 0
  const iterations = { iterations: result.iterations }
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('intro')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="grid gap-8 lg:grid-cols-2">
        <DefinitionList
          items={[
            {
              term: t('customers'),
              value: `${t('customersValue', { customers, date: formats.date(asOf) })} ${t('withoutPurchase', { count: result.withoutPurchase })}`,
            },
            ...(kind === 'scored'
              ? [{ term: t('method'), value: again('method', { k: result.k }) }]
              : [
                  { term: t('method'), value: t('methodValue', { k: result.k }) },
                  {
                    term: t('iterations'),
                    value: t(result.converged ? 'converged' : 'notConverged', iterations),
                  },
                ]),
            {
              term: t('silhouette'),
              value:
                result.silhouetteSample >= customers
                  ? t('silhouetteAll')
                  : t('silhouetteSample', { count: result.silhouetteSample }),
            },
            { term: t('inertia'), value: formats.decimal(result.inertia, 2) },
            { term: t('seed'), value: String(result.seed) },
          ]}
        />
        <div className="min-w-0">
          <h3 className="text-sm font-semibold">{t('preparation')}</h3>
          <p className="mt-1 mb-3 text-sm text-muted">{t('preparationHint')}</p>
          <PreparationTable features={result.features} formats={formats} />
        </div>
      </CardBody>
    </Card>
  )
}

function PreparationTable(props: { features: KmeansView['result']['features']; formats: Formats }) {
  const t = useTranslations('segments.computed')
  const words = useTranslations('features')
  return (
    <TableScroll label={t('preparation')}>
      <Table className="min-w-120">
        <TableCaption>{t('preparation')}</TableCaption>
        <TableHead>
          <tr>
            <TableHeader>{t('feature')}</TableHeader>
            <TableHeader>{t('transform')}</TableHeader>
            <TableHeader>{t('missing')}</TableHeader>
            <TableHeader>{t('scale')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {props.features.map((feature) => {
            const unit = describeFeature(feature.id)?.unit ?? 'decimal'
            return (
              <TableRow key={feature.id}>
                <TableHeader
                  scope="row"
                  className="border-b-0 text-sm font-medium whitespace-normal text-text"
                >
                  {wordFeature(words, feature.id).name}
                </TableHeader>
                <TableCell>{t(`transforms.${feature.transform}`)}</TableCell>
                <TableCell>
                  {feature.missing === 0
                    ? t('missingNone')
                    : t('missingFilled', {
                        count: feature.missing,
                        value: formatFeature(props.formats, unit, feature.fill),
                      })}
                </TableCell>
                <TableCell>{t('scaled')}</TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
