import { Card, CardBody } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

/** Stands for a whole chart frame while its data loads; `height` is the drawing's, in pixels. */
export function ChartSkeleton({ height = 320, className }: { height?: number; className?: string }) {
  return (
    <Card aria-hidden className={className}>
      <CardBody>
        <Skeleton className="h-6 w-48 max-w-full" />
        <Skeleton className="mt-2 h-5 w-96 max-w-full" />
        <div className="mt-5" style={{ height }}>
          <Skeleton className="h-full" />
        </div>
      </CardBody>
    </Card>
  )
}
