'use client'

import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'

export type CopyButtonProps = {
  text: string
  /** said once it is copied */
  copied: string
  /** said where pages have no clipboard (those without TLS) */
  failed: string
  children: ReactNode
}

export function CopyButton({ text, copied, failed, children }: CopyButtonProps) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      toast.success(copied)
    } catch {
      toast.info(failed)
    }
  }
  return (
    <Button onClick={copy}>
      <Copy aria-hidden />
      {children}
    </Button>
  )
}
