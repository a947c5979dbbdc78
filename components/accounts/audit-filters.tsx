'use client'

import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { AuditPage, AuditQuery } from '@/lib/accounts/audit-schema'

export type AuditFiltersProps = { query: AuditQuery } & Pick<AuditPage, 'groups' | 'people'>

/** What of the log is shown; it stands in the address. */
export function AuditFilters({ query, groups, people }: AuditFiltersProps) {
  const t = useTranslations('accounts.audit')
  return (
    <Form
      action="/settings/audit"
      aria-label={t('filters')}
      className="grid items-start gap-4 rounded-xl border border-border bg-surface p-5 sm:grid-cols-2 xl:grid-cols-5"
    >
      <Field label={t('group')}>
        <Select name="group" defaultValue={query.group}>
          <option value="">{t('allGroups')}</option>
          {groups.map((group) => (
            <option key={group} value={group}>
              {t.has(`groups.${group}`) ? t(`groups.${group}`) : group}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('person')}>
        <Select name="person" defaultValue={query.person}>
          <option value="">{t('everyone')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('from')}>
        <Input type="date" name="from" defaultValue={query.from} />
      </Field>
      <Field label={t('to')}>
        <Input type="date" name="to" defaultValue={query.to} />
      </Field>
      <Field label={t('object')} hint={t('objectHint')}>
        <Input name="object" maxLength={64} autoComplete="off" defaultValue={query.object} />
      </Field>
      <div className="flex flex-wrap gap-2 sm:col-span-2 xl:col-span-5">
        <Button type="submit" variant="primary">
          {t('apply')}
        </Button>
        <ButtonLink href="/settings/audit" variant="ghost">
          {t('reset')}
        </ButtonLink>
      </div>
    </Form>
  )
}
