import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RuleBuilder } from '@/components/segments/rules/rule-builder'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { everybody } from '@/lib/rules/normalise-rule'
import { parseRule } from '@/lib/rules/parse-rule'
import type { Rule } from '@/lib/rules/rule'
import { RuleSyntaxError } from '@/lib/rules/syntax-error'
import { getSegmentation, getSegmentationOptions } from '@/lib/segments/service'
import { requirePage, type Viewer } from '@/lib/server/access'
import { orNotFound } from '@/lib/server/or-not-found'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }
type Start = { rule: Rule; name: string | null; asOf: string | null; broken: boolean }

const longestName = 80

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules.builder')
  return { title: t('title') }
}

/** A rule to begin with: of a saved one (`from`), or as text (`rule`, with `name` and `asOf`). */
async function readStart(viewer: Viewer, { from, rule, name, asOf }: Query): Promise<Start> {
  if (typeof from === 'string') {
    const saved = await orNotFound(getSegmentation(viewer, from))
    if (saved.state === 'completed' && saved.kind === 'rule') {
      return { rule: saved.settings.rule, name: saved.name, asOf: saved.asOf, broken: false }
    }
  }
  const start = {
    name: typeof name === 'string' ? name.slice(0, longestName) : null,
    asOf: typeof asOf === 'string' ? asOf : null,
  }
  if (typeof rule !== 'string') return { ...start, rule: everybody, broken: false }
  try {
    return { ...start, rule: parseRule(rule), broken: false }
  } catch (error) {
    if (!(error instanceof RuleSyntaxError)) throw error
    return { ...start, rule: everybody, broken: true }
  }
}

export default async function NewRulePage({ searchParams }: Props) {
  const viewer = await requirePage()
  const [t, list, options, start] = await Promise.all([
    getTranslations('rules.builder'),
    getTranslations('segments.list'),
    getSegmentationOptions(viewer),
    searchParams.then((query) => readStart(viewer, query)),
  ])
  if (!options) redirect('/segments')
  const { firstDate, lastDate } = options
  const { asOf } = start
  const canEdit = viewer.role !== 'viewer'
  return (
    <>
      <PageHeader
        title={t('title')}
        description={canEdit ? t('description') : null}
        breadcrumb={[{ label: list('title'), href: '/segments' }]}
      />
      {canEdit ? (
        <div className="flex flex-col gap-6">
          {start.broken ? <Alert tone="warning">{t('broken')}</Alert> : null}
          <RuleBuilder
            initial={start.rule}
            defaultName={start.name ?? ''}
            asOf={asOf && asOf >= firstDate && asOf <= lastDate ? asOf : lastDate}
            firstDate={firstDate}
            lastDate={lastDate}
          />
        </div>
      ) : (
        <Alert title={t('viewerTitle')} actions={<ButtonLink href="/segments">{list('title')}</ButtonLink>}>
          {t('viewer')}
        </Alert>
      )}
    </>
  )
}
