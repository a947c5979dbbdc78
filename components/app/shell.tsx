import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { Navigation } from './navigation'
import { UserMenu, type UserMenuProps } from './user-menu'

export type ShellProps = UserMenuProps & { brand: string; children: ReactNode }

/** What surrounds every page behind sign-in. */
export function Shell({ user, role, brand, children }: ShellProps) {
  const t = useTranslations('shell')
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-lg bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-6 border-r border-border bg-surface px-3 py-5 lg:flex print:hidden">
        <Link href="/" className="rounded-lg px-2">
          <Logo />
        </Link>
        <p className="truncate px-2 text-sm font-medium text-muted" title={brand}>
          {brand}
        </p>
        <Navigation className="flex flex-col gap-1" itemClassName="gap-3 px-3 py-2 text-sm" />
      </aside>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-border bg-surface px-4 lg:justify-end lg:px-8 print:hidden">
          <Link href="/" className="rounded-lg lg:hidden">
            <Logo />
          </Link>
          <p className="min-w-0 flex-1 truncate text-sm text-muted lg:hidden">{brand}</p>
          <div className="flex items-center gap-1">
            <LanguageSwitch />
            <ThemeToggle />
            <UserMenu user={user} role={role} />
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 pb-24 focus:outline-none lg:px-8 lg:py-8"
        >
          {children}
        </main>
      </div>
      <Navigation
        className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-6 gap-0.5 border-t border-border bg-surface p-1 lg:hidden print:hidden"
        itemClassName="min-w-0 flex-col gap-0.5 px-0.5 py-1.5 text-[0.625rem] tracking-tight"
      />
    </div>
  )
}
