'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { SearchInput } from '@/components/ui/search-input'
import { parseFeatureId } from '@/lib/features/feature-id'
import { wordField } from '@/lib/features/words'
import { searchItems } from '../form/search-items'
import { useFeatureText } from '../use-feature-text'
import { type DraftCondition, newKey } from './draft'
import type { RuleTools } from './rule-tools'

type Choice = { id: string; group: string; name: string; meaning: string; create: () => DraftCondition }

/** Everything a condition may ask about: fields, segments and figures; levels of a field are asked for by the field. */
function useChoices({ summary, segments }: RuleTools): Choice[] {
  const t = useTranslations('rules.add')
  const features = useTranslations('features')
  const text = useFeatureText()
  const fields = summary.fields.map(
    ({ field, distinct }): Choice => ({
      id: `field ${field}`,
      group: t('fields'),
      name: wordField(features, field),
      meaning: t('fieldMeaning', { distinct }),
      create: () => ({ key: newKey(), type: 'field', field, operator: 'is', values: [] }),
    }),
  )
  const segment: Choice = {
    id: 'segment',
    group: t('segments'),
    name: t('segment'),
    meaning: t('segmentMeaning'),
    create: () => ({ key: newKey(), type: 'segment', segmentId: '', member: true }),
  }
  const numbers = summary.features
    .filter(({ id }) => parseFeatureId(id)?.kind !== 'level')
    .map(
      ({ id, group }): Choice => ({
        id: `feature ${id}`,
        group: features(`groups.${group}`),
        name: text.name(id),
        meaning: text.meaning(id),
        create: () => ({
          key: newKey(),
          type: 'feature',
          feature: id,
          operator: id === 'recency' ? '<=' : '>=',
          value: '',
          upper: '',
        }),
      }),
    )
  return [...numbers, ...fields, ...(segments.length > 0 ? [segment] : [])]
}

type AddConditionProps = {
  tools: RuleTools
  onPick: (condition: DraftCondition) => void
  /** the button that opens it */
  children: ReactNode
}

/** Asks what a new condition is about. */
export function AddCondition({ tools, onPick, children }: AddConditionProps) {
  const t = useTranslations('rules.add')
  const [open, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const picked = useRef(false)
  const choices = useChoices(tools)
  const found = searchItems(choices, search, ({ name, meaning }) => `${name} ${meaning}`)
  const groups = [...new Set(found.map(({ group }) => group))]
  function pick(choice: Choice) {
    picked.current = true
    setOpen(false)
    onPick(choice.create())
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setSearch('')
        setOpen(next)
      }}
    >
      <DialogTrigger asChild>{children}</DialogTrigger>
      <DialogContent
        title={t('title')}
        size="lg"
        onCloseAutoFocus={(event) => {
          // A new condition takes the focus; the button that opened the dialog has it again otherwise.
          if (picked.current) event.preventDefault()
          picked.current = false
        }}
      >
        <div className="sticky top-0 z-10 bg-surface pb-3">
          <SearchInput
            label={t('search')}
            maxLength={80}
            value={search}
            onChange={setSearch}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && found[0]) pick(found[0])
            }}
          />
        </div>
        {groups.map((group) => (
          <section key={group} className="mb-4">
            <h3 className="mb-1 text-xs font-semibold text-muted">{group}</h3>
            <ul>
              {found
                .filter((choice) => choice.group === group)
                .map((choice) => (
                  <li key={choice.id}>
                    <button
                      type="button"
                      onClick={() => pick(choice)}
                      className="block w-full rounded-md px-2 py-2 text-left text-sm hover:bg-subtle"
                    >
                      <span className="block font-medium break-words">{choice.name}</span>
                      <span className="block text-muted">{choice.meaning}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {found.length === 0 ? <p className="py-4 text-sm text-muted">{t('nothing')}</p> : null}
      </DialogContent>
    </Dialog>
  )
}
