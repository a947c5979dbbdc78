import { useTranslations } from 'next-intl'
import { scoreRange } from '@/lib/rfm/score-range'
import type { RfmAxis, RfmBounds } from '@/lib/rfm/scores'
import type { Formats } from '@/lib/shared/formatting'

/** The letter of a score. */
export const axisLetters: Readonly<Record<RfmAxis, 'R' | 'F' | 'M'>> = {
  recency: 'R',
  frequency: 'F',
  monetary: 'M',
}

/** What a score stands for, in days, purchases or money. */
export function useScoreText(formats: Formats, bounds: RfmBounds): (axis: RfmAxis, score: number) => string {
  const t = useTranslations('rfm.ranges')
  return (axis, score) => {
    const range = scoreRange(axis, bounds[axis], score)
    if (range.kind === 'none' || range.kind === 'any') return t(range.kind)
    const write = (value: number) => (axis === 'monetary' ? formats.money(value) : value)
    return t(`${axis}.${range.kind}`, {
      from: write('from' in range ? range.from : 0),
      to: write('to' in range ? range.to : 0),
    })
  }
}
