import { useTranslations } from 'next-intl'
import { seriesColor } from '@/components/charts/series-color'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Swatch } from '@/components/ui/swatch'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import type { ComparedRun, ComparedSegment, Comparison } from '@/lib/segments/compare-schema'
import type { Formats } from '@/lib/shared/formatting'
import { moversPath } from './compare-path'
import { useComparisonWords } from './use-comparison-words'

export type MatchedPairsProps = { comparison: Comparison; formats: Formats }

/** Which segment of the first run is which of the second, and how both grew. */
export function MatchedPairs({ comparison, formats }: MatchedPairsProps) {
  const t = useTranslations('compare')
  const words = useComparisonWords(comparison, formats)
  const { a, b, pairs, sameSegments } = comparison
  const alone = [
    ...a.segments
      .filter(({ position, size }) => size > 0 && !pairs.some((pair) => pair.a === position))
      .map(({ position }) => t('pairs.of', { segment: words.endName('from', position), run: a.name })),
    ...b.segments
      .filter(({ position, size }) => size > 0 && !pairs.some((pair) => pair.b === position))
      .map(({ position }) => t('pairs.of', { segment: words.endName('to', position), run: b.name })),
  ]
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('pairs.title')}</CardTitle>
          <CardDescription>{t(sameSegments ? 'pairs.sameIntro' : 'pairs.intro')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-col gap-4">
        {pairs.length > 0 ? (
          <TableScroll label={t('pairs.title')}>
            <Table className="min-w-3xl">
              <TableCaption>{t('pairs.title')}</TableCaption>
              <TableHead>
                <tr>
                  <TableHeader>{words.runTitle(a)}</TableHeader>
                  <TableHeader>{words.runTitle(b)}</TableHeader>
                  <TableHeader numeric>{t('pairs.sizes')}</TableHeader>
                  <TableHeader numeric>{t('pairs.revenues')}</TableHeader>
                  <TableHeader numeric>{t('pairs.shared')}</TableHeader>
                  <TableHeader numeric>{t('pairs.overlap')}</TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {pairs.map((pair) => {
                  const [before, after] = [a.segments[pair.a], b.segments[pair.b]]
                  if (!before || !after) return null
                  const flow = { from: pair.a, to: pair.b }
                  return (
                    <TableRow key={pair.a}>
                      <TableCell>
                        <SegmentName run={a} segment={before} name={words.endName('from', pair.a)} />
                      </TableCell>
                      <TableCell>
                        <SegmentName run={b} segment={after} name={words.endName('to', pair.b)} />
                      </TableCell>
                      <TableCell numeric>
                        {t('pairs.change', {
                          before: formats.integer(before.size),
                          after: formats.integer(after.size),
                        })}
                      </TableCell>
                      <TableCell numeric>
                        {t('pairs.change', {
                          before: formats.moneyCompact(before.revenue),
                          after: formats.moneyCompact(after.revenue),
                        })}
                      </TableCell>
                      <TableCell numeric>
                        {pair.shared > 0 ? (
                          <TextLink href={moversPath(a.id, b.id, flow)}>
                            {formats.integer(pair.shared)}
                          </TextLink>
                        ) : (
                          formats.integer(0)
                        )}
                      </TableCell>
                      <TableCell numeric>{formats.percent(pair.jaccard)}</TableCell>
                    </TableRow>
                  )
                })}
              </TableBody>
            </Table>
          </TableScroll>
        ) : (
          <p className="text-sm">{t('pairs.none')}</p>
        )}
        <p className="max-w-prose text-sm text-muted">
          {t('pairs.overlapHelp')}{' '}
          {alone.length > 0 ? t('pairs.alone', { segments: formats.list(alone) }) : null}
        </p>
      </CardBody>
    </Card>
  )
}

function SegmentName({ run, segment, name }: { run: ComparedRun; segment: ComparedSegment; name: string }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <Swatch color={seriesColor(segment.color)} />
      <TextLink href={`/segments/${run.id}/${segment.id}`} className="min-w-0 break-words">
        {name}
      </TextLink>
    </span>
  )
}
