'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Disclosure } from '@/components/data/disclosure'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { AlikePair } from './alike-pairs'
import type { FormItem } from './form-item'
import { useItemText } from './use-item-text'

const shown = 3

type PairsProps = { pairs: readonly AlikePair[]; onDrop: (item: FormItem) => void }

/** Points out chosen figures that say almost the same, with the offer to drop one of each two. */
export function AlikeAlert({ pairs, onDrop }: PairsProps) {
  const t = useTranslations('segmentForm.alike')
  if (pairs.length === 0) return null
  return (
    <Alert tone="warning" title={t('title', { count: pairs.length })}>
      <p>{t('double')}</p>
      <Pairs pairs={pairs.slice(0, shown)} onDrop={onDrop} />
      {pairs.length > shown ? (
        <div className="mt-3">
          <Disclosure summary={t('more', { count: pairs.length - shown })}>
            <Pairs pairs={pairs.slice(shown)} onDrop={onDrop} />
          </Disclosure>
        </div>
      ) : null}
    </Alert>
  )
}

function Pairs({ pairs, onDrop }: PairsProps) {
  const t = useTranslations('segmentForm.alike')
  const formats = useFormats()
  const text = useItemText()
  return (
    <ul className="mt-3 flex flex-col gap-3">
      {pairs.map(({ a, b, r }) => (
        <li key={`${a.key} ${b.key}`} className="flex flex-col gap-2">
          <p className="break-words">
            {t(r < 0 ? 'opposite' : 'same', { a: text.name(a), b: text.name(b), r: formats.decimal(r, 2) })}
          </p>
          <div className="flex flex-wrap gap-2">
            {[a, b].map((item) => (
              <Button key={item.key} size="sm" className="max-w-full" onClick={() => onDrop(item)}>
                <span className="truncate">{t('drop', { name: text.name(item) })}</span>
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
