import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link within the product. Pages are made for their reader when they are opened: making all that a page links to
 * ahead took about twenty requests a page, and what came would be old by the time of the click.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
