'use client'

import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { Toaster as Sonner } from 'sonner'

/** Once, in the root layout, inside the theme provider. Messages: `import { toast } from 'sonner'`. */
export function Toaster() {
  const t = useTranslations('ui')
  const { theme } = useTheme()
  return (
    <Sonner
      theme={theme === 'dark' || theme === 'light' ? theme : 'system'}
      position="bottom-right"
      closeButton
      containerAriaLabel={t('notifications')}
      toastOptions={{
        closeButtonAriaLabel: t('close'),
        style: {
          background: 'var(--surface)',
          color: 'var(--text)',
          borderColor: 'var(--border)',
          borderRadius: '10px',
          fontFamily: 'inherit',
        },
      }}
    />
  )
}
