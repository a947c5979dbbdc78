import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { FlowKey, Movers } from '@/lib/segments/compare-schema'
import type { Formats } from '@/lib/shared/formatting'
import { comparePath } from './compare-path'
import { MoversPages } from './movers-pages'
import { MoversTable } from './movers-table'
import { SaveFlowDialog } from './save-flow-dialog'
import { useComparisonWords } from './use-comparison-words'

export type MoversViewProps = {
  movers: Movers
  flow: FlowKey
  page: number
  pageSize: number
  formats: Formats
  canEdit: boolean
}

/** Who went from one segment to another. */
export function MoversView({ movers, flow, page, pageSize, formats, canEdit }: MoversViewProps) {
  const t = useTranslations('compare')
  const list = useTranslations('segments.list')
  const words = useComparisonWords(movers, formats)
  const { a, b, total, rows, overTime } = movers
  const title = t('people.fromTo', {
    from: words.endName('from', flow.from),
    to: words.endName('to', flow.to),
  })
  const when = overTime ? 'time' : 'runs'
  return (
    <>
      <PageHeader
        title={title}
        description={t('people.description', {
          customers: total,
          from: words.runTitle(a),
          to: words.runTitle(b),
        })}
        breadcrumb={[
          { label: list('title'), href: '/segments' },
          { label: t('title'), href: comparePath(a.id, b.id) },
        ]}
        actions={
          canEdit && total > 0 ? <SaveFlowDialog a={a.id} b={b.id} flow={flow} defaultName={title} /> : null
        }
      />
      <div className="flex flex-col gap-4">
        {canEdit ? null : <Alert>{t('people.viewer')}</Alert>}
        {rows.length > 0 ? (
          <MoversTable
            label={title}
            rows={rows}
            titles={{ before: t(`columns.${when}.before`), after: t(`columns.${when}.after`) }}
            formats={formats}
          />
        ) : (
          <EmptyState title={t(total > 0 ? 'people.noPage' : 'people.nobody')} />
        )}
        {total > 0 ? <MoversPages page={page} pageSize={pageSize} total={total} /> : null}
      </div>
    </>
  )
}
