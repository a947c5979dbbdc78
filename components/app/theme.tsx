'use client'

import { ThemeProvider } from 'next-themes'
import { type ReactNode, useState } from 'react'

type Props = { nonce: string | undefined; children: ReactNode }

/** Light and dark, and the nonce by which the document lets libraries add style sheets. */
export function Theme({ nonce, children }: Props) {
  // A refreshed page comes with a new nonce, but the document goes on asking for the one it was loaded with.
  const [first] = useState(nonce)
  // Where Radix looks for it before it locks the page behind a dialog from scrolling.
  if (typeof window !== 'undefined') Object.assign(window, { __webpack_nonce__: first })
  return (
    <ThemeProvider
      nonce={first}
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
    >
      {children}
    </ThemeProvider>
  )
}
