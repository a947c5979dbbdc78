'use client'

import type { ReactNode } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { cn } from '@/components/ui/cn'
import { TextLink, textLinkClasses } from '@/components/ui/text-link'
import { isContactId } from '@/lib/csv/personal-values'
import { maskMark } from '@/lib/privacy/mask-mark'
import { customerPath } from './customer-path'
import { useOpenCustomer } from './use-open-customer'

export type CustomerLinkProps = { id: string; title?: string; className?: string; children: ReactNode }

/** The way to a customer's page; a masked id leads nowhere. */
export function CustomerLink({ id, ...props }: CustomerLinkProps) {
  if (id === maskMark) return <span className={props.className}>{props.children}</span>
  if (isContactId(id)) return <ContactLink id={id} {...props} />
  return <TextLink href={customerPath(id)} prefetch={false} {...props} />
}

/** The address is asked for when it is wanted: the page's server alone can tell it. */
function ContactLink({ id, className, ...props }: CustomerLinkProps) {
  const errorText = useErrorText()
  const open = useOpenCustomer()
  return (
    <>
      <button
        type="button"
        aria-busy={open.isPending}
        onClick={() => open.mutate(id)}
        className={cn(textLinkClasses, 'text-left', className)}
        {...props}
      />
      {open.error ? (
        <span role="alert" className="block text-sm text-danger">
          {errorText(open.error)}
        </span>
      ) : null}
    </>
  )
}
