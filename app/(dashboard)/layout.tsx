import type { ReactNode } from 'react'
import { FormatsProvider } from '@/components/app/formats-provider'
import { QueryProvider } from '@/components/app/query-provider'
import { Shell } from '@/components/app/shell'
import { requirePage } from '@/lib/server/access'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { user, role, workspace } = await requirePage()
  const { currency, timeZone } = workspace
  return (
    <FormatsProvider currency={currency} timeZone={timeZone}>
      <QueryProvider>
        <Shell user={user} role={role} brand={workspace.name}>
          {children}
        </Shell>
      </QueryProvider>
    </FormatsProvider>
  )
}
