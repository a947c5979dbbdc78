'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { startMap } from '@/lib/rfm/edit-map'
import { rfmMaps, type ShippedMap } from '@/lib/rfm/maps'
import type { RfmMap } from '@/lib/rfm/rfm-map'

export type MapChoice = ShippedMap | 'own'
export type MapShape = Pick<RfmMap, 'bins' | 'axes' | 'scoring'>

type Draft = {
  choice: MapChoice
  /** the map before any change */
  base: RfmMap
  map: RfmMap
  /** earlier states, the latest last */
  past: RfmMap[]
  /** what was changed last: changes of one kind in a row are undone together */
  last: string | null
}

export type MapDraft = Omit<Draft, 'past' | 'last'> & {
  isEdited: boolean
  canUndo: boolean
  choose: (choice: MapChoice) => void
  /** begins a map of one's own anew with other axes or scores */
  reshape: (shape: MapShape) => void
  /** `kind` joins changes in a row, for instance the letters of a name */
  edit: (change: (map: RfmMap) => RfmMap, kind?: string) => void
  undo: () => void
  reset: () => void
}

const firstShape: MapShape = { bins: 5, axes: 'rf', scoring: 'quantiles' }

const begin = (choice: MapChoice, base: RfmMap): Draft => ({ choice, base, map: base, past: [], last: null })

/** The map on the screen: a shipped one or one's own, perhaps edited. */
export function useMapDraft(): MapDraft {
  const t = useTranslations('rfm.own')
  const [draft, setDraft] = useState(() => begin('ten', rfmMaps.ten))
  const startOwn = (shape: MapShape) => begin('own', startMap(shape, [t('high'), t('middle'), t('low')]))
  const { choice, base, map } = draft
  return {
    choice,
    base,
    map,
    isEdited: map !== base,
    canUndo: draft.past.length > 0,
    choose: (choice) => setDraft(choice === 'own' ? startOwn(firstShape) : begin(choice, rfmMaps[choice])),
    reshape: (shape) => setDraft(startOwn(shape)),
    edit: (change, kind) =>
      setDraft((before) => {
        const map = change(before.map)
        if (map === before.map) return before
        const joined = kind !== undefined && kind === before.last
        return {
          ...before,
          map,
          past: joined ? before.past : [...before.past, before.map],
          last: kind ?? null,
        }
      }),
    undo: () =>
      setDraft((before) => {
        const map = before.past.at(-1)
        return map ? { ...before, map, past: before.past.slice(0, -1), last: null } : before
      }),
    reset: () => setDraft((before) => begin(before.choice, before.base)),
  }
}
