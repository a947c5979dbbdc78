'use client'

import { useMemo, useState } from 'react'
import type { Preparation } from '@/lib/segments/settings-schema'
import { type Candidate, type FormItem, listItems } from './form-item'
import { changePreparation, type Preparations, resetPreparation, type Suggested } from './preparations'

const preselect = (items: readonly FormItem[]) =>
  new Set(items.filter(({ preselected }) => preselected).map(({ key }) => key))

/** Which figures are compared, and what was changed in how they are prepared. */
export function useFeatureChoice(candidates: readonly Candidate[]) {
  const items = useMemo(() => listItems(candidates), [candidates])
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => preselect(items))
  const [preparations, setPreparations] = useState<Preparations>({})
  return {
    items,
    selected,
    preparations,
    chosen: items.filter(({ key }) => selected.has(key)),
    select(key: string, on: boolean) {
      const next = new Set(selected)
      if (on) next.add(key)
      else next.delete(key)
      setSelected(next)
    },
    prepare(key: string, change: Preparation, suggested: Suggested) {
      setPreparations((before) => changePreparation(before, key, change, suggested))
    },
    unprepare(key: string) {
      setPreparations((before) => resetPreparation(before, key))
    },
    reset() {
      setSelected(preselect(items))
      setPreparations({})
    },
  }
}

export type FeatureChoice = ReturnType<typeof useFeatureChoice>
