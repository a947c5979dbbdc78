import { useTranslations } from 'next-intl'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import type { MemberView } from '@/lib/accounts/people-schema'
import { MemberRow } from './member-row'

export function MembersCard({ members }: { members: readonly MemberView[] }) {
  const t = useTranslations('accounts.people')
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('members')}</CardTitle>
          <CardDescription>{t('membersDescription')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <ul className="flex flex-col rounded-lg border border-border">
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}
