'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { ConfirmAction } from './confirm-action'

type DeleteButtonProps = {
  label: string
  title: string
  description: string
  /** said once it is gone */
  done: string
  /** the list that it was in */
  listPath: string
  remove: () => Promise<void>
}

/** Deletes what a page is about, once its reader has confirmed it, and goes on to the list. */
export function DeleteButton({ label, title, description, done, listPath, remove }: DeleteButtonProps) {
  const router = useRouter()
  async function removeAndLeave() {
    await remove()
    toast.success(done)
    router.push(listPath)
    router.refresh()
  }
  return (
    <ConfirmAction
      trigger={
        <Button>
          <Trash2 aria-hidden />
          {label}
        </Button>
      }
      title={title}
      description={description}
      confirmLabel={label}
      action={removeAndLeave}
    />
  )
}
