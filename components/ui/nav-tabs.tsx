'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { tabClasses, tabListClasses } from './tab-classes'

export type NavTabsProps = {
  /** Spoken name of the navigation. */
  label: string
  items: { href: string; label: ReactNode }[]
}

/** Tabs that are pages: the current one is the longest href that starts the path. */
export function NavTabs({ label, items }: NavTabsProps) {
  const pathname = usePathname()
  const current = items
    .filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
    .reduce<string>((longest, item) => (item.href.length > longest.length ? item.href : longest), '')
  return (
    <nav aria-label={label} className={tabListClasses}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.href === current ? 'page' : undefined}
          className={cn(tabClasses, item.href === current && 'border-accent text-text')}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
