'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { Link } from './link'
import { tabClasses, tabListClasses } from './tab-classes'

export type NavTabsProps = {
  /** Spoken name of the navigation. */
  label: string
  items: { href: string; label: ReactNode }[]
}

/** Moves the bar sideways, where it is wider than the screen, so that a tab can be seen. */
function reveal(tab: HTMLElement | null) {
  const bar = tab?.parentElement
  if (!tab || !bar) return
  const [own, whole] = [tab.getBoundingClientRect(), bar.getBoundingClientRect()]
  bar.scrollLeft += own.left + own.width / 2 - (whole.left + whole.width / 2)
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
          ref={item.href === current ? reveal : undefined}
          aria-current={item.href === current ? 'page' : undefined}
          className={cn(tabClasses, item.href === current && 'border-accent text-text')}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
