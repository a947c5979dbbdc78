import { describe, expect, it } from 'vitest'
import { adjustedRand } from '@/lib/statistics/adjusted-rand'
import { iris, irisColumns, irisRows, irisSpecies } from './iris.fixture'
import { kmeans } from './kmeans'
import { pca } from './pca'
import { prepareMatrix } from './prepare'
import { silhouettes } from './silhouette'
import { calinskiHarabasz, daviesBouldin } from './validity'
import { wine, wineColumns, wineKinds, wineRows } from './wine.fixture'

const columnsOfWine = Array.from({ length: wineColumns }, (_, c) =>
  Float64Array.from({ length: wineRows }, (_, row) => wine[row * wineColumns + c]!),
)
const scaled = prepareMatrix(
  columnsOfWine,
  columnsOfWine.map(() => ({ transform: 'none' as const })),
).data

// scikit-learn 1.2.1: KMeans(3, n_init=50), StandardScaler for wine, and sklearn.metrics
const sets = [
  {
    name: 'wine',
    data: scaled,
    rows: wineRows,
    columns: wineColumns,
    kinds: wineKinds,
    inertia: 1277.9284888446423,
    sizes: [65, 62, 51],
    adjustedRand: 0.8974949815093207,
    silhouette: 0.2848589191898987,
    clusters: [0.17740862807064178, 0.3434126078334804, 0.35062245304969536],
    calinskiHarabasz: 70.9400080031512,
    daviesBouldin: 1.3891879777181646,
    ofKinds: { silhouette: 0.2797798205630649, ch: 68.25192687077893, db: 1.406587076416 },
    explained: [0.3619884809992633, 0.1920749025700898, 0.11123630536249934, 0.07069030182714045],
    axis: [
      0.1443294, -0.24518758, -0.00205106, -0.23932041, 0.14199204, 0.39466085, 0.4229343, -0.2985331,
      0.31342949, -0.0886167, 0.29671456, 0.37616741, 0.28675223,
    ],
  },
  {
    name: 'iris',
    data: iris,
    rows: irisRows,
    columns: irisColumns,
    kinds: irisSpecies,
    inertia: 78.851441426146,
    sizes: [62, 50, 38],
    adjustedRand: 0.7302382722834697,
    silhouette: 0.5528190123564095,
    clusters: [0.4173199215409328, 0.7981404884286225, 0.4511050604340127],
    calinskiHarabasz: 561.62775662962,
    daviesBouldin: 0.6619715465007465,
    ofKinds: { silhouette: 0.5034774406932961, ch: 487.33087637489984, db: 0.7513707094756737 },
    explained: [0.9246187232017271, 0.05306648311706782, 0.017102609807929763, 0.005212183873275374],
    axis: [0.36138659, -0.08452251, 0.85667061, 0.3582892],
  },
]

describe.each(sets)('known answers on $name', ({ data, rows, columns, kinds, ...known }) => {
  const fit = kmeans(data, rows, columns, { k: 3 })

  it('has the clusters of scikit-learn', () => {
    expect(Math.abs(fit.inertia / known.inertia - 1)).toBeLessThan(1e-9)
    expect([...fit.sizes]).toEqual(known.sizes)
    expect(adjustedRand(kinds, fit.labels)).toBeCloseTo(known.adjustedRand, 12)
  })

  it('has its indices, of the clusters and of the true kinds', () => {
    const { scores } = silhouettes(data, rows, columns, [
      { labels: fit.labels, k: 3 },
      { labels: kinds, k: 3 },
    ])
    expect(scores[0]!.mean).toBeCloseTo(known.silhouette, 11)
    for (const [j, mean] of known.clusters.entries()) expect(scores[0]!.clusters[j]).toBeCloseTo(mean, 11)
    expect(scores[1]!.mean).toBeCloseTo(known.ofKinds.silhouette, 11)
    const { labels } = fit
    expect(calinskiHarabasz(data, rows, columns, labels, 3)).toBeCloseTo(known.calinskiHarabasz, 9)
    expect(daviesBouldin(data, rows, columns, labels, 3)).toBeCloseTo(known.daviesBouldin, 11)
    expect(calinskiHarabasz(data, rows, columns, kinds, 3)).toBeCloseTo(known.ofKinds.ch, 9)
    expect(daviesBouldin(data, rows, columns, kinds, 3)).toBeCloseTo(known.ofKinds.db, 11)
  })

  it('has its principal components, to the sign', () => {
    const { explained, components } = pca(data, rows, columns)
    for (const [axis, share] of known.explained.entries()) expect(explained[axis]).toBeCloseTo(share, 11)
    for (const [c, weight] of known.axis.entries()) expect(components[c]).toBeCloseTo(weight, 8)
  })
})
