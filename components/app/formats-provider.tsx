'use client'

import { useLocale } from 'next-intl'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createFormats, type Formats } from '@/lib/shared/formatting'

const FormatsContext = createContext<Formats | null>(null)

export type FormatsProviderProps = { currency: string; timeZone: string; children: ReactNode }

export function FormatsProvider({ currency, timeZone, children }: FormatsProviderProps) {
  const locale = useLocale()
  const formats = useMemo(() => createFormats(locale, currency, timeZone), [locale, currency, timeZone])
  return <FormatsContext value={formats}>{children}</FormatsContext>
}

/** Formats of the signed-in workspace in the reader's language. */
export function useFormats(): Formats {
  const formats = useContext(FormatsContext)
  if (!formats) throw new Error('useFormats needs the FormatsProvider of the dashboard layout')
  return formats
}
