import { useTranslations } from 'next-intl'
import { Card, CardBody } from '@/components/ui/card'
import type { CustomerView } from '@/lib/customers/schema'
import type { Formats } from '@/lib/shared/formatting'

export type CustomerReviewsProps = { reviews: CustomerView['reviews']; formats: Formats }

/** What a customer has said about products, the latest first. */
export function CustomerReviews({ reviews, formats }: CustomerReviewsProps) {
  const t = useTranslations('customers.reviews')
  if (reviews.length === 0) return <p className="text-sm text-muted">{t('empty')}</p>
  const rating = (value: number) => formats.decimal(value, Number.isInteger(value) ? 0 : 1)
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {reviews
        .map((review, index) => ({ review, key: `${review.reviewedOn} ${index}` }))
        .map(({ review, key }) => (
          <li key={key}>
            <Card className="h-full">
              <CardBody className="flex flex-col gap-1 text-sm">
                <p className="flex flex-wrap justify-between gap-x-4 text-muted">
                  <span className="font-medium text-text">
                    {review.rating === null ? null : t('rating', { rating: rating(review.rating) })}
                  </span>
                  {review.reviewedOn === null ? null : <span>{formats.date(review.reviewedOn)}</span>}
                </p>
                {review.title ? <p className="font-medium">{review.title}</p> : null}
                {review.text ? <p className="break-words whitespace-pre-line">{review.text}</p> : null}
                {review.product ? <p className="text-muted">{t('of', { product: review.product })}</p> : null}
              </CardBody>
            </Card>
          </li>
        ))}
    </ul>
  )
}
