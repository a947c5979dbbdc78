'use client'

import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { SearchInput } from '@/components/ui/search-input'
import { Spinner } from '@/components/ui/spinner'

export type PickerProps<Answer, Item, Key extends QueryKey> = {
  label: string
  hint: string
  none: string
  query: (text: string) => UseQueryOptions<Answer, Error, Answer, Key>
  items: (answer: Answer) => readonly Item[]
  keyOf: (item: Item) => string
  face: (item: Item) => ReactNode
  picked: string | null
  onPick: (item: Item) => void
}

/** A search with its hits below, one of which is picked. */
export function Picker<Answer, Item, Key extends QueryKey>({
  label,
  hint,
  none,
  query,
  items,
  keyOf,
  face,
  picked,
  onPick,
}: PickerProps<Answer, Item, Key>) {
  const [text, setText] = useState('')
  const errorText = useErrorText()
  const result = useQuery({ ...query(useDeferredValue(text.trim())), placeholderData: keepPreviousData })
  const found = result.data === undefined ? [] : items(result.data)
  return (
    <div className="flex flex-col gap-3">
      <SearchInput label={label} placeholder={hint} maxLength={100} value={text} onChange={setText} />
      {result.error ? <Alert tone="danger">{errorText(result.error)}</Alert> : null}
      {result.isPending ? <Spinner /> : null}
      {result.data !== undefined && found.length === 0 ? <p className="text-sm text-muted">{none}</p> : null}
      <ul className="flex max-h-96 flex-col overflow-y-auto rounded-lg border border-border empty:hidden">
        {found.map((item) => (
          <li key={keyOf(item)} className="border-b border-border last:border-0">
            <button
              type="button"
              aria-pressed={keyOf(item) === picked}
              onClick={() => onPick(item)}
              className="w-full px-3 py-2 text-left text-sm hover:bg-subtle aria-pressed:bg-accent-soft"
            >
              {face(item)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
