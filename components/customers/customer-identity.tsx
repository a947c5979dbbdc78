import { useTranslations } from 'next-intl'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import type { CustomerView } from '@/lib/customers/schema'
import { maskMark } from '@/lib/privacy/mask-mark'
import type { Formats } from '@/lib/shared/formatting'

export type CustomerIdentityProps = {
  customer: Pick<CustomerView, 'id' | 'identity'>
  formats: Formats
  /** personal details are shown */
  personal: boolean
}

/** What the customer files say about a customer; what they leave open is left out. */
export function CustomerIdentity({ customer, formats, personal }: CustomerIdentityProps) {
  const t = useTranslations('customers.identity')
  const { id, identity } = customer
  const day = (value: string | null) => (value === null || value === maskMark ? value : formats.date(value))
  const known = identity
    ? [
        { key: 'email', value: identity.email },
        { key: 'phone', value: identity.phone },
        { key: 'gender', value: identity.gender },
        { key: 'birthDate', value: day(identity.birthDate) },
        { key: 'city', value: identity.city },
        { key: 'country', value: identity.country },
        { key: 'signedUpOn', value: day(identity.signedUpOn) },
        { key: 'consent', value: t(`consentValues.${consentKey(identity.consent)}`) },
      ].flatMap(({ key, value }) => (value === null ? [] : [{ key, term: t(key), value }]))
    : []
  const attributes = (identity?.attributes ?? []).map(({ name, value }) => ({
    key: `attribute ${name}`,
    term: name,
    value,
  }))
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardBody className="pt-2">
        <DefinitionList items={[{ key: 'id', term: t('id'), value: id }, ...known, ...attributes]} />
        {identity && personal ? null : (
          <p className="mt-3 text-sm text-muted">{t(identity ? 'hidden' : 'ordersOnly')}</p>
        )}
      </CardBody>
    </Card>
  )
}

function consentKey(consent: boolean | null): 'yes' | 'no' | 'unknown' {
  return consent === null ? 'unknown' : consent ? 'yes' : 'no'
}
