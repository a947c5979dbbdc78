'use client'

import { type ReactNode, useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Fields and buttons that take no input until the page's scripts are there: what is typed or clicked before would be
 * lost, and a browser that submits a form by itself would put it into the address.
 */
export function HydratedFields({ children }: { children: ReactNode }) {
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <fieldset disabled={!isHydrated} className="contents">
      {children}
    </fieldset>
  )
}
