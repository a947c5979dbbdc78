'use client'

import { useTranslations } from 'next-intl'
import { ShownOnce } from './shown-once'

/** The inside of a dialog that shows backup codes, this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('accounts.twoFactor')
  return (
    <ShownOnce
      title={t('codesTitle')}
      description={t('codesDescription')}
      done={t('done')}
      text={codes.join('\n')}
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg border border-border bg-subtle p-4 font-mono text-sm select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </ShownOnce>
  )
}
