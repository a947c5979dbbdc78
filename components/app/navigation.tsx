'use client'

import { Database, Download, LayoutDashboard, Settings, Sparkles, Users } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'

const rooms = [
  { key: 'overview', href: '/', icon: LayoutDashboard },
  { key: 'data', href: '/data', icon: Database },
  { key: 'segments', href: '/segments', icon: Users },
  { key: 'recommendations', href: '/recommendations', icon: Sparkles },
  { key: 'exports', href: '/exports', icon: Download },
  { key: 'settings', href: '/settings', icon: Settings },
] as const

/** A customer is reached through their segment. */
const homes: Record<string, string> = { '/customers': '/segments' }

function isCurrent(pathname: string, href: string): boolean {
  const home = Object.entries(homes).find(([start]) => pathname.startsWith(`${start}/`))?.[1] ?? pathname
  return href === '/' ? home === '/' : home === href || home.startsWith(`${href}/`)
}

/** The rooms of the house: a column on wide screens, a bar at the bottom of phones. */
export function Navigation({ className, itemClassName }: { className?: string; itemClassName?: string }) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  return (
    <nav aria-label={t('navigation')} className={className}>
      {rooms.map(({ key, href, icon: Icon }) => {
        const current = isCurrent(pathname, href)
        return (
          <Link
            key={key}
            href={href}
            aria-current={current ? 'page' : undefined}
            className={cn(
              'flex items-center rounded-lg font-medium text-muted transition-colors hover:bg-subtle hover:text-text',
              current && 'bg-accent-soft text-accent-strong hover:bg-accent-soft hover:text-accent-strong',
              itemClassName,
            )}
          >
            <Icon aria-hidden className="size-4.5 shrink-0" />
            <span className="max-w-full truncate">{t(`rooms.${key}`)}</span>
          </Link>
        )
      })}
    </nav>
  )
}
