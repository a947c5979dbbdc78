'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'

/** The beginning of a file's SHA-256; a click copies the whole of it. */
export function Checksum({ sha256 }: { sha256: string }) {
  const t = useTranslations('data.history')
  async function copy() {
    try {
      await navigator.clipboard.writeText(sha256)
      toast.success(t('copied'))
    } catch {
      // Pages without TLS have no clipboard: the checksum is shown instead.
      toast.info(sha256)
    }
  }
  const short = sha256.slice(0, 8)
  return (
    <button
      type="button"
      title={sha256}
      aria-label={t('copyChecksum', { checksum: short })}
      onClick={copy}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm font-mono hover:text-text"
    >
      {short}
      <Copy aria-hidden className="size-3" />
    </button>
  )
}
