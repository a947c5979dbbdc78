import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { SetUpForm } from '@/components/accounts/set-up-form'
import { isSetUp, needsSetupToken } from '@/lib/accounts/service'
import { listRegions } from '@/lib/shared/regions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('setUp.title') }
}

export default async function SetUpPage() {
  if (await isSetUp()) notFound()
  return <SetUpForm needsToken={await needsSetupToken()} regions={listRegions(await getLocale())} />
}
