import { sampleSizes } from './brand'
import { formatDay, windowDays } from './calendar'
import type { Product } from './catalogue'
import type { Draw } from './draw'
import type { Line } from './orders'
import { chinese, english, type Mood, type ReviewPhrases } from './review-data'
import { oddProducts, plainRemarks, type ShelfRemarks, shelfRemarks } from './review-remarks'
import type { ReviewRow } from './rows'

const chineseShare = 0.15
const daySeconds = 86_400

interface Purchase {
  line: Line
  product: Product
  returned: boolean
}

/** Reviews by buyers, at most one per customer and product, dated after the purchase; in order of date. */
export function createReviews(
  lines: readonly Line[],
  catalogue: readonly Product[],
  draw: Draw,
): ReviewRow[] {
  const purchases = draw.shuffle(listPurchases(lines, catalogue))
  const inChina = purchases.filter(({ line }) => line.person?.country.country === 'China')
  const elsewhere = purchases.filter(({ line }) => line.person?.country.country !== 'China')
  const chineseCount = Math.round(sampleSizes.reviews * chineseShare)
  const rows = [
    ...inChina.slice(0, chineseCount).map((purchase) => createReview(purchase, chinese, draw)),
    ...elsewhere
      .slice(0, sampleSizes.reviews - chineseCount)
      .map((purchase) => createReview(purchase, english, draw)),
  ]
  rows.sort((a, b) => (a.review_date < b.review_date ? -1 : a.review_date > b.review_date ? 1 : 0))
  rows.forEach((row, index) => {
    row.review_id = `R${String(index + 1).padStart(5, '0')}`
  })
  return rows
}

/** First purchase of each product by each known customer, old enough to have been used. */
function listPurchases(lines: readonly Line[], catalogue: readonly Product[]): Purchase[] {
  const purchases = new Map<string, Purchase>()
  for (const line of lines) {
    if (!line.person || line.second > (windowDays - 6) * daySeconds) continue
    const key = `${line.row.customer_id} ${line.product}`
    const known = purchases.get(key)
    if (known && line.row.quantity < 0) known.returned = true
    if (!known) purchases.set(key, { line, product: catalogue[line.product]!, returned: false })
  }
  return [...purchases.values()]
}

function createReview({ line, product, returned }: Purchase, phrases: ReviewPhrases, draw: Draw): ReviewRow {
  const rating = drawRating(product.quality - (returned ? 2 : 0), draw)
  const isChinese = phrases === chinese
  const city = line.person?.row.city
  const fill = (text: string) =>
    text
      .replaceAll('{noun}', isChinese ? product.shelf.nounZh : product.shelf.noun)
      .replaceAll('{title}', product.row.title)
      .replaceAll('{city}', city || 'our town')
  const mood = moodOf(rating)
  const day = Math.floor(line.second / daySeconds)
  const latest = Math.min(windowDays - 1, day + 70)
  const sentences = drawSentences(phrases, product, mood, city !== '', draw).map(fill)
  return {
    review_id: '',
    product_id: product.row.product_id,
    customer_id: line.row.customer_id,
    rating,
    title: draw.chance(0.15) ? '' : fill(draw.pick(phrases.titles[mood])),
    text: arrangeSentences(sentences, product, isChinese, draw),
    review_date: formatDay(draw.whole(Math.min(day + 3, latest), latest)),
  }
}

function drawRating(mean: number, draw: Draw): number {
  return Math.max(1, Math.min(5, Math.round(mean + 0.3 + 1.05 * draw.normal())))
}

function moodOf(rating: number): Mood {
  return rating <= 2 ? 0 : rating === 3 ? 1 : rating === 4 ? 2 : 3
}

function drawSentences(
  phrases: ReviewPhrases,
  product: Product,
  mood: Mood,
  hasCity: boolean,
  draw: Draw,
): string[] {
  const local = (texts: readonly string[]) =>
    hasCity ? texts : texts.filter((text) => !text.includes('{city}'))
  const remarks = remarksOn(product)
  const isChinese = phrases === chinese
  const praise = draw.shuffle([...(isChinese ? remarks.goodZh : remarks.good)])
  const complaint = draw.shuffle([...(isChinese ? remarks.badZh : remarks.bad)])
  const sentences = draw.chance(0.8) ? [draw.pick(local(phrases.openings[mood]))] : []
  if (mood === 0) sentences.push(...complaint.slice(0, draw.whole(1, 2)))
  if (mood === 1) sentences.push(praise[0]!, complaint[0]!)
  if (mood >= 2) sentences.push(...praise.slice(0, draw.whole(1, 2)))
  if (draw.chance(0.22)) {
    sentences.push(draw.pick(local(mood === 0 ? phrases.service.bad : phrases.service.good)))
  }
  if (draw.chance(0.55)) sentences.push(draw.pick(phrases.closings[mood]))
  return sentences
}

function remarksOn({ row, shelf }: Product): ShelfRemarks {
  const name = shelf.path.slice(shelf.path.lastIndexOf('>') + 2)
  return oddProducts.has(row.title) ? plainRemarks : (shelfRemarks[name] ?? plainRemarks)
}

/** Joined as people write: mostly one paragraph, now and then several lines or a quotation. */
function arrangeSentences(
  sentences: readonly string[],
  product: Product,
  isChinese: boolean,
  draw: Draw,
): string {
  const gap = isChinese ? '' : ' '
  if (sentences.length > 2 && draw.chance(0.07)) {
    const [first, ...rest] = sentences
    return `${first}\n\n${rest.join(gap)}`
  }
  if (draw.chance(0.03)) {
    return isChinese
      ? `${sentences.join(gap)}\n家人说："这个${product.shelf.nounZh}可以，下次多买点。"`
      : `${sentences.join(gap)}\n"Is that new, and may I have it?" said my neighbour, who now owns one, too.`
  }
  return sentences.join(gap)
}
