'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import type { Product, Reason } from '@/lib/recommendations/schema'

export const productName = ({ id, title }: Pick<Product, 'id' | 'title'>) => title ?? id

/** Terms of a field are written `category:…`, `brand:…`, `price:…`; the others are words. */
const term = /^(category|brand|price):(.*)$/s

/** Why a product is on a list, in words. */
export function useReasonText(
  segments: readonly { id: string; name: string }[],
): (reason: Reason, product: Product) => string {
  const t = useTranslations('recommendations.reasons')
  const formats = useFormats()
  const word = (text: string, { category }: Product) => {
    const [, field, value = ''] = term.exec(text) ?? []
    if (!field) return text
    // terms are in lower case
    const written = field === 'category' && category?.trim().toLowerCase() === value ? category : value
    return t(`word.${field}`, { value: written })
  }
  return (reason, recommended) => {
    if (reason.kind === 'popularInSegment') {
      const segment = segments.find(({ id }) => id === reason.segmentId)?.name
      return segment ? t('popularIn', { segment }) : t('popularInSegment')
    }
    if (reason.kind === 'popularInCategory') return t('popularInCategory', { category: reason.category })
    if (reason.kind !== 'because' && reason.kind !== 'similar') return t(reason.kind)
    if (reason.products.length === 0) return t('unknown')
    const products = formats.list(
      reason.products.map(({ product, share }) =>
        reason.products.length > 1
          ? t('share', { product: productName(product), share: formats.percent(share) })
          : productName(product),
      ),
    )
    if (reason.kind === 'because') return t('because', { products })
    if (reason.words.length === 0) return t('similarOnly', { products })
    return t('similar', {
      products,
      words: formats.list(reason.words.map((text) => word(text, recommended))),
    })
  }
}
