'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/app/copy-button'
import { Button } from '@/components/ui/button'
import { DialogClose, DialogContent } from '@/components/ui/dialog'

/** The inside of a dialog that shows backup codes, this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('accounts.twoFactor')
  return (
    <DialogContent
      title={t('codesTitle')}
      description={t('codesDescription')}
      footer={
        <>
          <CopyButton text={codes.join('\n')} copied={t('codesCopied')} failed={t('codesCopyFailed')}>
            {t('copyCodes')}
          </CopyButton>
          <DialogClose asChild>
            <Button variant="primary">{t('done')}</Button>
          </DialogClose>
        </>
      }
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg border border-border bg-subtle p-4 font-mono text-sm select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </DialogContent>
  )
}
