import { useTranslations } from 'next-intl'
import type { AuditDetail, AuditEntryView } from '@/lib/accounts/audit-schema'
import type { Formats } from '@/lib/shared/formatting'

export type AuditDetailsProps = { entry: AuditEntryView; formats: Formats }

/** Whether there is something to say: neither nothing nor an empty list or group. */
function isTold(value: AuditDetail): value is Exclude<AuditDetail, null> {
  return value !== null && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0)
}
const listTold = (details: Record<string, AuditDetail>) =>
  Object.entries(details).flatMap(([key, value]) => (isTold(value) ? [[key, value] as const] : []))

/** Whatever an entry tells beside who and what, each under its name. */
export function AuditDetails({ entry, formats }: AuditDetailsProps) {
  const t = useTranslations('accounts')
  const exported = useTranslations('exports')
  const nameOf = (key: string) => (t.has(`audit.details.${key}`) ? t(`audit.details.${key}`) : key)

  /** A word of ours in the reader's language; anything else as it stands. */
  function wordOf(key: string, text: string): string {
    const paths: Record<string, string> = {
      what: `audit.words.${text}`,
      table: `audit.details.${text}`,
      role: `people.roleNames.${text}`,
      from: `people.roleNames.${text}`,
      to: `people.roleNames.${text}`,
      step: `audit.steps.${text}`,
      group: `audit.groups.${text}`,
    }
    const path = paths[key]
    if (path && t.has(path)) return t(path)
    if (key === 'purpose' && exported.has(`purposes.${text}`)) return exported(`purposes.${text}`)
    if (key === 'columns' && exported.has(`columnNames.${text}`)) return exported(`columnNames.${text}`)
    if (key === 'format' && exported.has(`formats.${text}.name`)) return exported(`formats.${text}.name`)
    return text
  }

  function write(key: string, value: Exclude<AuditDetail, null>): string {
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
    if (typeof value === 'number') return formats.integer(value)
    if (typeof value === 'string') return wordOf(key, value)
    if (Array.isArray(value)) return formats.list(value.filter(isTold).map((item) => write(key, item)))
    return formats.list(listTold(value).map(([name, item]) => `${nameOf(name)}: ${write(name, item)}`))
  }

  const told = listTold(entry.details)
  if (entry.rows === null && told.length === 0) return null
  return (
    <dl className="flex flex-col gap-1">
      {entry.rows === null ? null : (
        <div>
          <dt className="inline">{nameOf('rows')}: </dt>
          <dd className="inline text-text">{formats.integer(entry.rows)}</dd>
        </div>
      )}
      {told.map(([key, value]) => (
        <div key={key}>
          <dt className="inline">{nameOf(key)}: </dt>
          <dd className="inline break-words text-text">{write(key, value)}</dd>
        </div>
      ))}
    </dl>
  )
}
