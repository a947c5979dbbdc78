import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { toLocalPath } from '@/lib/accounts/local-path'
import { isSetUp } from '@/lib/accounts/service'
import { findViewer } from '@/lib/server/access'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('signIn.title') }
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; chosen?: string | string[] }>
}) {
  const { next, chosen } = await searchParams
  const target = toLocalPath(next)
  if (!(await isSetUp())) redirect('/setup')
  if (await findViewer()) redirect(target)
  return <SignInForm next={target} chosen={chosen === 'password'} />
}
