'use client'

import { type ReactNode, useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * The fields of a form, which take no input until the page's scripts are there: what is typed before would be lost, and
 * a browser that submits the form by itself would put it into the address.
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
