import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Link } from './link'

export const textLinkClasses = 'rounded-sm font-medium text-accent underline-offset-4 hover:underline'

export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return <Link className={cn(textLinkClasses, className)} {...props} />
}
