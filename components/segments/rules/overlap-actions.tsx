import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { printRule } from '@/lib/rules/print-rule'
import type { Rule } from '@/lib/rules/rule'
import type { Overlap } from '@/lib/segments/rule-segments-schema'

type Side = { id: string; name: string }
type OverlapActionsProps = { overlap: Overlap; a: Side; b: Side; asOf: string }

const longestName = 80

/** Each part of an overlap as a segment of its own: a rule on the two memberships, to be looked at and saved. */
export function OverlapActions({ overlap, a, b, asOf }: OverlapActionsProps) {
  const t = useTranslations('rules.overlap')
  const link = (inA: boolean, inB: boolean, name: string) => {
    const member = ({ id }: Side, is: boolean): Rule => ({ type: 'segment', segmentId: id, member: is })
    const rule: Rule = { type: 'group', operator: 'and', not: false, rules: [member(a, inA), member(b, inB)] }
    const query = { rule: printRule(rule), name: name.slice(0, longestName), asOf }
    return `/segments/rules/new?${new URLSearchParams(query)}`
  }
  const parts = [
    {
      key: 'both',
      customers: overlap.both.customers,
      href: link(true, true, t('nameBoth', { a: a.name, b: b.name })),
      label: t('saveBoth'),
    },
    {
      key: 'a',
      customers: overlap.onlyA.customers,
      href: link(true, false, t('nameOnly', { a: a.name, b: b.name })),
      label: t('saveOnly', { name: a.name }),
    },
    {
      key: 'b',
      customers: overlap.onlyB.customers,
      href: link(false, true, t('nameOnly', { a: b.name, b: a.name })),
      label: t('saveOnly', { name: b.name }),
    },
  ].filter(({ customers }) => customers > 0)
  if (parts.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {parts.map(({ key, href, label }) => (
        <ButtonLink key={key} href={href} className="max-w-full whitespace-normal">
          {label}
        </ButtonLink>
      ))}
    </div>
  )
}
