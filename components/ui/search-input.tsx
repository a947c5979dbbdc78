import { Search } from 'lucide-react'
import type { KeyboardEventHandler } from 'react'
import { cn } from './cn'
import { HydratedFields } from './hydrated-fields'
import { Input } from './input'

type SearchInputProps = {
  label: string
  placeholder?: string
  maxLength: number
  value: string
  onChange: (text: string) => void
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
  className?: string
}

/** A field to search by, with its glass. */
export function SearchInput({
  label,
  placeholder = label,
  maxLength,
  value,
  onChange,
  onKeyDown,
  className,
}: SearchInputProps) {
  return (
    <HydratedFields>
      <div className={cn('relative', className)}>
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          type="search"
          aria-label={label}
          placeholder={placeholder}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          className="pl-9"
        />
      </div>
    </HydratedFields>
  )
}
