'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { Spinner } from '@/components/ui/spinner'
import { customerSearchQuery, previewQuery } from '@/lib/recommendations/client'
import type { Preview, Recommendation, RecommenderView } from '@/lib/recommendations/schema'
import type { Rules } from '@/lib/recommendations/settings-schema'
import { Picker } from './picker'
import type { SegmentName } from './results-view'
import { RulesFields } from './rules-fields'
import { productName, useReasonText } from './use-reason-text'
import { useStrategyName } from './use-strategy-name'

export type PreviewViewProps = {
  recommender: RecommenderView
  segments: readonly SegmentName[]
  personal: boolean
}

/** What one customer would be shown, by every strategy, with rules to play with. */
export function PreviewView({ recommender, segments, personal }: PreviewViewProps) {
  const t = useTranslations('recommendations')
  const errorText = useErrorText()
  const [customerId, setCustomerId] = useState<string | null>(null)
  const [rules, setRules] = useState<Rules | null>(null)
  const asked = useDeferredValue(rules)
  const preview = useQuery({
    ...previewQuery(recommender.id, customerId ?? '', asked),
    enabled: customerId !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        <Picker
          label={t('preview.search')}
          hint={t(personal ? 'preview.searchHint' : 'preview.searchHintViewer')}
          none={t('preview.none')}
          query={(text) => customerSearchQuery(recommender.id, text)}
          items={(answer) => answer}
          keyOf={({ id }) => id}
          picked={customerId}
          onPick={({ id }) => setCustomerId(id)}
          face={({ id, name, purchases }) => (
            <>
              <span className="block break-words">{name ?? id}</span>
              <span className="block text-xs text-muted">
                {name ? `${id} · ` : ''}
                {t('preview.purchases', { count: purchases })}
              </span>
            </>
          )}
        />
        <details className="rounded-lg border border-border">
          <summary className="cursor-pointer rounded-lg px-4 py-3 text-sm font-medium hover:bg-subtle">
            {t('rules.title')}
          </summary>
          <div className="flex flex-col gap-4 border-t border-border p-4 [&_.sm\:grid-cols-2]:grid-cols-1">
            <RulesFields rules={rules ?? recommender.settings.rules} onChange={setRules} />
            <Button size="sm" onClick={() => setRules(null)}>
              {t('rules.reset')}
            </Button>
          </div>
        </details>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        {customerId === null ? <p className="text-muted">{t('preview.pick')}</p> : null}
        {preview.error ? <Alert tone="danger">{errorText(preview.error)}</Alert> : null}
        {customerId !== null && preview.isPending ? <Spinner /> : null}
        {preview.data && customerId !== null ? (
          <>
            {rules ? <Alert>{t('preview.changed')}</Alert> : null}
            <History preview={preview.data} />
            <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
              {preview.data.lists.map((list) => (
                <StrategyList key={list.strategy} list={list} segments={segments} />
              ))}
            </div>
            <p className="text-xs text-muted">{t('preview.scoreHint')}</p>
          </>
        ) : null}
      </div>
    </div>
  )
}

function History({ preview }: { preview: Preview }) {
  const t = useTranslations('recommendations.preview')
  const formats = useFormats()
  const { items, total } = preview.history
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          {preview.name ?? preview.customerId} · {t('history')}
        </CardTitle>
      </CardHeader>
      <CardBody>
        {items.length === 0 ? <p className="text-sm text-muted">{t('noHistory')}</p> : null}
        <ul className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 xl:grid-cols-3">
          {items.map(({ product, times, last }) => (
            <li key={product.id} className="min-w-0">
              <span className="block break-words">{productName(product)}</span>
              <span className="block text-xs text-muted">
                {t('times', { count: times, date: formats.date(last) })}
              </span>
            </li>
          ))}
        </ul>
        {total > items.length ? (
          <p className="mt-3 text-xs text-muted">{t('historyMore', { shown: items.length, total })}</p>
        ) : null}
      </CardBody>
    </Card>
  )
}

type StrategyListProps = { list: Preview['lists'][number]; segments: readonly SegmentName[] }

function StrategyList({ list: { strategy, chosen, items }, segments }: StrategyListProps) {
  const t = useTranslations('recommendations.preview')
  const strategyName = useStrategyName()
  return (
    <Card>
      <CardHeader>
        <CardTitle className="flex flex-wrap items-center gap-2">
          {strategyName(strategy)}
          {chosen ? <Badge tone="success">{t('inUse')}</Badge> : null}
        </CardTitle>
      </CardHeader>
      <CardBody>
        {items.length === 0 ? <p className="text-sm text-muted">{t('nothing')}</p> : null}
        <ol className="flex list-decimal flex-col gap-3 pl-5 text-sm">
          {items.map((item) => (
            <ListedProduct key={item.product.id} item={item} strategy={strategy} segments={segments} />
          ))}
        </ol>
      </CardBody>
    </Card>
  )
}

type ListedProductProps = { item: Recommendation; strategy: string; segments: readonly SegmentName[] }

function ListedProduct({ item, strategy, segments }: ListedProductProps) {
  const t = useTranslations('recommendations.preview')
  const formats = useFormats()
  const reasonText = useReasonText(segments)
  const strategyName = useStrategyName()
  return (
    <li>
      <span className="font-medium break-words">{productName(item.product)}</span>
      <span className="block text-muted">{reasonText(item.reason, item.product)}</span>
      <span className="block text-xs text-muted tabular-nums">
        {item.strategy === 'pinned'
          ? null
          : t('score', { score: formats.decimal(item.score, item.score < 10 ? 3 : 0) })}
        {item.strategy === strategy || item.strategy === 'pinned'
          ? null
          : ` · ${strategyName(item.strategy)}`}
      </span>
    </li>
  )
}
