import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ErasuresCard } from '@/components/privacy/erasures-card'
import { RetentionCard } from '@/components/privacy/retention-card'
import { SmallGroupsCard } from '@/components/privacy/small-groups-card'
import { listErasures } from '@/lib/privacy/erasure-service'
import { getRetention } from '@/lib/privacy/retention-service'
import { getSmallGroup } from '@/lib/privacy/small-groups-service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { hasRole } from '@/lib/shared/roles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('settings.tabs.privacy') }
}

export default async function PrivacyPage() {
  const viewer = await requirePage()
  if (!hasRole(viewer.role, 'owner')) notFound()
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-6">
        <SmallGroupsCard smallGroup={await getSmallGroup(viewer)} />
        <ErasuresCard erasures={await listErasures(viewer)} formats={await getFormats()} />
      </div>
      <RetentionCard retention={await getRetention(viewer)} />
    </div>
  )
}
