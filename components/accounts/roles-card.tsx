import { Check, Minus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
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
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { hasRole, type Role, roles } from '@/lib/shared/roles'

const rights: readonly { key: 'look' | 'personal' | 'work' | 'export' | 'settings'; least: Role }[] = [
  { key: 'look', least: 'viewer' },
  { key: 'personal', least: 'analyst' },
  { key: 'work', least: 'analyst' },
  { key: 'export', least: 'analyst' },
  { key: 'settings', least: 'owner' },
]

/** Who may do what, as a table. */
export function RolesCard() {
  const t = useTranslations('accounts.people')
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('roles')}</CardTitle>
      </CardHeader>
      <CardBody>
        <TableScroll label={t('roles')}>
          <Table>
            <TableCaption>{t('roles')}</TableCaption>
            <TableHead>
              <tr>
                <TableHeader>{t('rolesTable.what')}</TableHeader>
                {roles.map((role) => (
                  <TableHeader key={role}>{t(`roleNames.${role}`)}</TableHeader>
                ))}
              </tr>
            </TableHead>
            <TableBody>
              {rights.map(({ key, least }) => (
                <TableRow key={key}>
                  <TableCell className="min-w-28">{t(`rolesTable.${key}`)}</TableCell>
                  {roles.map((role) => {
                    const may = hasRole(role, least)
                    const Icon = may ? Check : Minus
                    return (
                      <TableCell key={role}>
                        <Icon aria-hidden className={may ? 'size-4 text-success' : 'size-4 text-muted'} />
                        <VisuallyHidden>{t(may ? 'rolesTable.yes' : 'rolesTable.no')}</VisuallyHidden>
                      </TableCell>
                    )
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      </CardBody>
    </Card>
  )
}
