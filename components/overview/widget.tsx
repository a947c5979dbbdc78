'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Component, type ReactNode, Suspense, startTransition } from 'react'
import { ErrorState } from '@/components/ui/error-state'

type WidgetProps = {
  /** Stands in for the widget while its data is on its way: of the same size. */
  fallback: ReactNode
  children: ReactNode
}

/** One part of a page: it waits, and fails, by itself. */
export function Widget({ fallback, children }: WidgetProps) {
  const t = useTranslations('overview')
  const router = useRouter()
  return (
    <Boundary
      renderError={(reference, reset) => (
        <ErrorState
          title={t('failedWidget')}
          description={t('failedWidgetDescription')}
          reference={reference}
          onRetry={() =>
            startTransition(() => {
              router.refresh()
              reset()
            })
          }
        />
      )}
    >
      <Suspense fallback={fallback}>{children}</Suspense>
    </Boundary>
  )
}

type BoundaryProps = {
  renderError: (reference: string | undefined, reset: () => void) => ReactNode
  children: ReactNode
}
type BoundaryState = { error: { digest?: string } | null }

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null }

  static getDerivedStateFromError(error: { digest?: string }): BoundaryState {
    // A redirect, a missing page and the like are Next's to handle.
    if (error.digest?.startsWith('NEXT_')) throw error
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return this.props.renderError(error.digest, () => this.setState({ error: null }))
  }
}
