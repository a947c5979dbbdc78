import { CircleAlert, CircleCheck, CircleSlash, ClipboardCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { importResultId } from './import-result-id'

const looks = {
  checked: { icon: ClipboardCheck, color: 'text-info' },
  completed: { icon: CircleCheck, color: 'text-success' },
  failed: { icon: CircleAlert, color: 'text-danger' },
  cancelled: { icon: CircleSlash, color: 'text-muted' },
}

export function ResultHeading({ state, children }: { state: keyof typeof looks; children: ReactNode }) {
  const { icon: Icon, color } = looks[state]
  return (
    <h2
      id={importResultId}
      tabIndex={-1}
      className="flex items-center gap-2 rounded-md text-lg font-semibold focus-visible:outline-none"
    >
      <Icon aria-hidden className={`size-5 shrink-0 ${color}`} />
      <span className="min-w-0 break-words">{children}</span>
    </h2>
  )
}
