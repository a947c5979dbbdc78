'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { cn } from './cn'

export type FileDropProps = {
  /** As in `<input accept>`; dropped files are handed over unfiltered, the receiver judges them. */
  accept?: string
  multiple?: boolean
  onFiles: (files: File[]) => void
  disabled?: boolean
  label: ReactNode
  hint?: ReactNode
  className?: string
}

/** A drop zone that is also the label of a real file input: click, tap, Enter and Space open the file dialog. */
export function FileDrop({
  accept,
  multiple = false,
  onFiles,
  disabled = false,
  label,
  hint,
  className,
}: FileDropProps) {
  const t = useTranslations('ui')
  const id = useId()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const give = (list: FileList | null) => {
    const files = Array.from(list ?? [])
    if (!disabled && files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  function giveChosen() {
    if (!input.current) return
    give(input.current.files)
    input.current.value = ''
  }
  // a file chosen before React had this input sent no event that React heard
  useEffect(giveChosen)
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isOver && !disabled)
  }
  return (
    <label
      htmlFor={id}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        give(event.dataTransfer.files)
      }}
      className={cn(
        'flex min-h-44 cursor-pointer flex-col items-center justify-center gap-1 rounded-xl border-2 border-dashed border-border-strong bg-surface px-6 py-8 text-center transition-colors',
        'hover:border-accent hover:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus',
        over && 'border-accent bg-accent-soft',
        disabled && 'pointer-events-none opacity-55',
        className,
      )}
    >
      <input
        ref={input}
        id={id}
        type="file"
        className="sr-only"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={giveChosen}
      />
      <span
        aria-hidden
        className="mb-2 inline-flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent"
      >
        <Upload className="size-5" />
      </span>
      <span className="text-base font-semibold">{over ? t('fileDrop.release') : label}</span>
      {hint ? (
        <span id={`${id}-hint`} className="max-w-md text-sm text-muted">
          {hint}
        </span>
      ) : null}
    </label>
  )
}
