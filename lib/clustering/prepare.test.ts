import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moments } from '@/lib/statistics/moments'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { measureColumn } from './measure-column'
import { applyPreparation, prepareMatrix } from './prepare'
import {
  chooseTransform,
  type Imputation,
  type Preparation,
  type Scale,
  type Transform,
} from './prepare-column'

const random = createRandom(11)
const normal = Float64Array.from({ length: 2000 }, () => 50 + 5 * drawNormal(random))
const skewed = Float64Array.from({ length: 2000 }, () => Math.exp(1.2 * drawNormal(random)) * 100)
const withFarValues = normal.map((value, i) => (i % 500 === 0 ? value - 400 : value))

function column(data: Float64Array, columns: number, c: number): Float64Array {
  return data.filter((_, p) => p % columns === c)
}

const choose = (values: Float64Array) => chooseTransform(measureColumn(values))

describe('chooseTransform', () => {
  it('takes the logarithm of long-tailed amounts', () => expect(choose(skewed)).toBe('log'))
  it('leaves a bell curve alone', () => expect(choose(normal)).toBe('none'))
  it('winsorises far values on either side', () => expect(choose(withFarValues)).toBe('winsorise'))

  it('winsorises a long tail that reaches below zero', () => {
    const net = skewed.map((value, i) => (i === 0 ? -20 : value))
    expect(choose(net)).toBe('winsorise')
  })

  it('does not bend shares', () => {
    const shares = Float64Array.from({ length: 100 }, (_, i) => (i < 90 ? 0 : 1))
    expect(choose(shares)).toBe('none')
  })

  it('has no reason to change a constant, or nothing', () => {
    expect(choose(new Float64Array(9).fill(3))).toBe('none')
    expect(choose(Float64Array.of(Number.NaN))).toBe('none')
  })
})

describe('prepareMatrix', () => {
  it('fills gaps with the median and scales, as by hand', () => {
    const { data, rows, columns, records } = prepareMatrix([
      Float64Array.of(1, Number.NaN, 3, 5),
      Float64Array.of(7, 7, 7, 7),
    ])
    expect([rows, columns]).toEqual([4, 2])
    // filled 1 3 3 5: mean 3, sd √2
    const expected = [-Math.SQRT2, 0, 0, 0, 0, 0, Math.SQRT2, 0]
    for (const [p, value] of expected.entries()) expect(data[p]).toBeCloseTo(value, 12)
    expect(records[0]).toMatchObject({
      transform: 'none',
      missing: 1,
      fill: 3,
      mean: 3,
      median: 3,
      scaleMean: 3,
    })
    expect(records[0]!.sd).toBeCloseTo(Math.sqrt(8 / 3), 12)
    expect(records[1]).toMatchObject({ missing: 0, fill: 7, sd: 0, scaleMean: 7, scaleSd: 0 })
  })

  it('takes signed logarithms when told to', () => {
    const { data, records } = prepareMatrix(
      [Float64Array.of(-(Math.E - 1), 0, Math.E - 1)],
      [{ transform: 'log' }],
    )
    expect(records[0]).toMatchObject({ transform: 'log', limits: null })
    expect(data[0]).toBeCloseTo(-Math.sqrt(1.5), 12)
    expect(data[1]).toBe(0)
    expect(data[2]).toBeCloseTo(Math.sqrt(1.5), 12)
  })

  it('winsorises at the 1st and 99th percentile, leaving the raw figures raw', () => {
    const raw = Float64Array.from({ length: 101 }, (_, i) => (i === 100 ? 1e6 : i))
    const { data, records } = prepareMatrix([raw], [{ transform: 'winsorise' }])
    expect(records[0]).toMatchObject({ limits: [1, 99], median: 50 })
    expect(records[0]!.mean).toBeCloseTo((4950 + 1e6) / 101, 8)
    expect(data[0]).toBe(data[1])
    expect(data[100]).toBe(data[99])
  })

  it('reports a column without a single value as constant', () => {
    const { data, records } = prepareMatrix([Float64Array.of(Number.NaN, Number.NaN)])
    expect([...data]).toEqual([0, 0])
    expect(records[0]).toMatchObject({ missing: 2, fill: 0, mean: 0, median: 0, sd: 0, scaleSd: 0 })
  })

  it('counts infinite values as missing', () => {
    const { records } = prepareMatrix([Float64Array.of(1, Number.POSITIVE_INFINITY, 3)])
    expect(records[0]).toMatchObject({ missing: 1, fill: 2 })
  })

  it('fills gaps as told', () => {
    const raw = Float64Array.of(1, Number.NaN, 2, 9)
    const fill = (impute: Imputation) => prepareMatrix([raw], [{ impute }]).records[0]
    expect(fill('median')).toMatchObject({ impute: 'median', fill: 2 })
    expect(fill('mean')).toMatchObject({ impute: 'mean', fill: 4 })
    expect(fill('zero')).toMatchObject({ impute: 'zero', fill: 0, median: 2, mean: 4 })
    const { data } = prepareMatrix([raw], [{ impute: 'zero', transform: 'none' }])
    // filled 1 0 2 9: mean 3
    expect(data[1]).toBeCloseTo(-3 / Math.sqrt((4 + 9 + 1 + 36) / 4), 12)
  })

  it('scales by median and interquartile range when told to', () => {
    const raw = Float64Array.of(0, 10, 20, 30, 1000)
    const { data, records } = prepareMatrix([raw], [{ scale: 'robust', transform: 'none' }])
    expect(records[0]).toMatchObject({ scale: 'robust', scaleMean: 20 })
    expect(records[0]!.scaleSd).toBeCloseTo(20 / 1.349, 12)
    for (const [row, value] of [-20, -10, 0, 10, 980].entries()) {
      expect(data[row]).toBeCloseTo((value * 1.349) / 20, 12)
    }
  })

  it('falls back to the z-scale where the middle half is one value', () => {
    const raw = Float64Array.of(0, 0, 0, 0, 5)
    const robust = prepareMatrix([raw], [{ scale: 'robust', transform: 'none' }])
    expect(robust.data).toEqual(prepareMatrix([raw], [{ transform: 'none' }]).data)
    expect(robust.records[0]).toMatchObject({ scale: 'z', scaleMean: 1 })
    expect(robust.records[0]!.scaleSd).toBeCloseTo(2, 12)
  })

  it('multiplies by the weight', () => {
    const raw = [Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3)]
    const { data, records } = prepareMatrix(raw, [undefined, { weight: 0.5 }])
    for (let row = 0; row < 3; row++) expect(data[2 * row + 1]).toBeCloseTo(data[2 * row]! / 2, 14)
    expect(records.map(({ weight }) => weight)).toEqual([1, 0.5])
  })

  it('refuses nothing and columns of unequal length', () => {
    expect(() => prepareMatrix([])).toThrow(RangeError)
    expect(() => prepareMatrix([new Float64Array(0)])).toThrow(RangeError)
    expect(() => prepareMatrix([new Float64Array(2), new Float64Array(3)])).toThrow(
      'column 1 has 3 rows, not 2',
    )
  })

  it('gives every column mean 0 and standard deviation 1, or zeros', () => {
    const value = fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    )
    const preparation = fc.record<Preparation>({
      transform: fc.constantFrom<Transform | undefined>('none', 'log', 'winsorise', undefined),
      impute: fc.constantFrom<Imputation | undefined>('median', 'mean', 'zero', undefined),
    })
    const columns = fc.integer({ min: 1, max: 40 }).chain((rows) =>
      fc.array(fc.tuple(fc.array(value, { minLength: rows, maxLength: rows }), preparation), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    fc.assert(
      fc.property(columns, (cases) => {
        const raw = cases.map(([values]) => Float64Array.from(values))
        const { data, records } = prepareMatrix(
          raw,
          cases.map(([, wished]) => wished),
        )
        for (const [c, record] of records.entries()) {
          const { mean, sd, count } = moments(column(data, records.length, c))
          expect(count).toBe(raw[0]!.length)
          expect(Math.abs(mean)).toBeLessThan(1e-6)
          expect(Math.abs(sd - (record.scaleSd > 0 ? 1 : 0))).toBeLessThan(1e-6)
          expect(record.missing).toBe(raw[c]!.filter(Number.isNaN).length)
        }
      }),
    )
  })
})

describe('applyPreparation', () => {
  const draw = createRandom(5)
  const fresh = (gaps: number) => {
    const one = () => (draw() < gaps ? Number.NaN : Math.exp(drawNormal(draw)) * 40)
    return Float64Array.from({ length: 500 }, one)
  }

  it('repeats on the same values what was done, to the last bit', () => {
    const raw = [fresh(0.1), normal.slice(0, 500), withFarValues.slice(0, 500)]
    const wishes = (scale: Scale) => [{ scale, weight: 2 }, { scale, impute: 'mean' as const }, { scale }]
    for (const scale of ['z', 'robust'] as const) {
      const { data, records } = prepareMatrix(raw, wishes(scale))
      expect(applyPreparation(raw, records)).toEqual(data)
      expect(records.map(({ transform }) => transform)).toEqual(['log', 'none', 'winsorise'])
    }
  })

  it('prepares new values by the old figures, survives a trip through JSON', () => {
    const { records } = prepareMatrix([Float64Array.of(1, 2, 3, 4, 5, Number.NaN)], [{ weight: 3 }])
    const stored = JSON.parse(JSON.stringify(records)) as typeof records
    const again = applyPreparation([Float64Array.of(3, 100, Number.NaN)], stored)
    const sd = Math.sqrt((4 + 1 + 0 + 1 + 4 + 0) / 6)
    for (const [row, value] of [0, (97 / sd) * 3, 0].entries()) expect(again[row]).toBeCloseTo(value, 12)
  })

  it('keeps new values within the old limits of a winsorised column', () => {
    const raw = Float64Array.from({ length: 101 }, (_, i) => (i === 100 ? 1e6 : i))
    const { data, records } = prepareMatrix([raw], [{ transform: 'winsorise' }])
    const again = applyPreparation([Float64Array.of(-50, 1e9)], records)
    expect([...again]).toEqual([data[0], data[100]])
  })

  it('wants one record a column', () => {
    expect(() => applyPreparation([Float64Array.of(1)], [])).toThrow(RangeError)
  })
})
