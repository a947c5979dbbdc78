'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardFooter } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { mostConditions } from '@/lib/rules/limits'
import { normaliseRule } from '@/lib/rules/normalise-rule'
import type { Rule } from '@/lib/rules/rule'
import { countConditions } from '@/lib/rules/walk'
import { createSegmentation } from '@/lib/segments/actions'
import type { SnapshotSummary } from '@/lib/segments/snapshot-schema'
import { unwrap } from '@/lib/shared/action-result'
import { RuleCount, useRuleCount } from './rule-count'
import { RuleGroup } from './rule-group'
import { RuleText } from './rule-text'
import { useRuleDraft } from './use-rule-draft'
import type { RuleSegments } from './use-rule-segments'
import { useRuleText } from './use-rule-text'

export type RuleEditorProps = {
  initial: Rule
  defaultName: string
  asOf: string
  /** null while the figures of the day are not there yet: nothing is counted */
  snapshotId: string | null
  summary: SnapshotSummary
  segments: RuleSegments
}

/** A rule by its parts or as text, what it finds, and its name. */
export function RuleEditor({ initial, defaultName, asOf, snapshotId, summary, segments }: RuleEditorProps) {
  const t = useTranslations('rules.editor')
  const router = useRouter()
  const errorText = useErrorText()
  const editor = useRuleDraft(initial, summary, segments)
  const { rule, unfinished, error } = editor
  const [name, setName] = useState(defaultName)
  const [wrong, setWrong] = useState<'name' | 'rule' | null>(null)
  const count = useRuleCount(snapshotId, rule)
  const wordRule = useRuleText(segments.name)
  const conditions = countConditions(rule)
  const create = useMutation({
    mutationFn: async () =>
      unwrap(await createSegmentation({ kind: 'rule', name, asOf, rule: normaliseRule(rule) })),
    onSuccess: ({ segmentationId }) => router.push(`/segments/${segmentationId}`),
  })
  const nobody = !count.isPlaceholderData && count.data?.customers === 0

  function findMistake(): string | null {
    if (snapshotId === null) return t('errors.waiting')
    if (error) return t('errors.text')
    if (unfinished > 0) return t('errors.unfinished', { unfinished })
    if (conditions === 0) return t('errors.empty')
    if (conditions > mostConditions) return t('errors.tooMany', { most: mostConditions })
    return nobody ? t('errors.nobody') : null
  }
  const mistake = findMistake()

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = name.trim() === '' ? 'name' : mistake ? 'rule' : null
    setWrong(found)
    if (!found) create.mutate()
  }

  const tools = {
    summary,
    field: (field: string) => summary.fields.find((one) => one.field === field),
    segments: segments.segments,
    change: editor.change,
    add: editor.add,
    addedKey: editor.addedKey,
  }
  return (
    <form noValidate onSubmit={submit} className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Card>
        <CardBody className="flex flex-col gap-6">
          <Tabs
            defaultValue="parts"
            onValueChange={(tab) => {
              if (tab === 'text') editor.openText()
            }}
          >
            <TabsList aria-label={t('tabs')}>
              <TabsTrigger value="parts">{t('parts')}</TabsTrigger>
              <TabsTrigger value="text">{t('text')}</TabsTrigger>
            </TabsList>
            <TabsContent value="parts">
              {error ? (
                <Alert tone="warning" className="mb-4">
                  {t('textHasMistake')}
                </Alert>
              ) : null}
              <RuleGroup group={editor.draft} tools={tools} depth={1} />
            </TabsContent>
            <TabsContent value="text">
              <RuleText text={editor.text} error={error} onChange={editor.changeText} />
            </TabsContent>
          </Tabs>
          <Field
            label={t('name')}
            hint={t('nameHint')}
            error={wrong === 'name' ? t('errors.name') : undefined}
            required
          >
            <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
          {wrong === 'rule' && mistake ? (
            <Alert tone="danger">
              <span role="alert">{mistake}</span>
            </Alert>
          ) : null}
          {create.error ? <Alert tone="danger">{errorText(create.error)}</Alert> : null}
        </CardBody>
        <CardFooter className="justify-end">
          <ButtonLink variant="ghost" href="/segments">
            {t('cancel')}
          </ButtonLink>
          <Button type="submit" variant="primary" loading={create.isPending || create.isSuccess}>
            {t('save')}
          </Button>
        </CardFooter>
      </Card>
      <div className="order-first lg:sticky lg:top-20 lg:order-none">
        <RuleCount count={count} unfinished={unfinished} sentence={wordRule(rule)} />
      </div>
    </form>
  )
}
