import { expect, it } from 'vitest'
import { prepareEvidence } from './prepare-evidence'

it('orders by the number of segments, marks the chosen one and leaves gaps', () => {
  const evidence = prepareEvidence(
    [
      { k: 3, silhouette: 0.5, calinskiHarabasz: 120, daviesBouldin: Number.NaN, inertia: 80 },
      { k: 2, silhouette: 0.4, calinskiHarabasz: null, daviesBouldin: 0.9, inertia: 150 },
    ],
    3,
  )
  expect(evidence.silhouette).toEqual([
    { k: 2, value: 0.4, chosen: false },
    { k: 3, value: 0.5, chosen: true },
  ])
  expect(evidence.calinskiHarabasz.map((point) => point.value)).toEqual([null, 120])
  expect(evidence.daviesBouldin.map((point) => point.value)).toEqual([0.9, null])
  expect(evidence.inertia.map((point) => point.value)).toEqual([150, 80])
})
