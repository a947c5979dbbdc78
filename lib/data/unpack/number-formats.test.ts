import { describe, expect, it } from 'vitest'
import { formatNumber, formatSerial, readNumberStyle } from './number-formats'

describe('readNumberStyle', () => {
  it.each([
    [0, undefined, 'number'],
    [14, undefined, 'date'],
    [20, undefined, 'time'],
    [46, undefined, 'duration'],
    [31, undefined, 'date'],
    [164, 'dd/mm/yyyy\\ hh:mm', 'date'],
    [164, 'yyyy"年"m"月"d"日"', 'date'],
    [164, '[$-409]mmm\\-yy;@', 'date'],
    [164, 'mmm', 'date'],
    [164, 'h:mm AM/PM', 'time'],
    [164, '[h]:mm:ss', 'duration'],
    [164, 'mm:ss.0', 'time'],
    [164, '#,##0.00\\ "days"', 'number'],
    [164, '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ _d', 'number'],
    [164, '[Red]0.00;[Blue]-0.00', 'number'],
    [164, '[$¥-804]#,##0', 'number'],
    [164, '0.00E+00', 'number'],
    [164, 'General', 'number'],
    [10, '0.00%', 'number'],
  ])('reads %i %s as a %s', (id, code, style) => expect(readNumberStyle(id, code)).toBe(style))
})

describe('formatSerial', () => {
  it.each([
    [45356, 'date', false, '2024-03-05'],
    [45356.5, 'date', false, '2024-03-05 12:00:00'],
    [45356.99999999, 'date', false, '2024-03-06'],
    [43894, 'date', true, '2024-03-05'],
    [0, 'date', true, '1904-01-01'],
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [0.75, 'time', false, '18:00:00'],
    [0, 'time', false, '00:00:00'],
    [45356.75, 'time', false, '2024-03-05 18:00:00'],
    [1.25, 'duration', false, '30:00:00'],
    [-1, 'date', false, null],
    [0, 'date', false, null],
    [2958466, 'date', false, null],
    [Number.NaN, 'date', false, null],
  ] as const)('writes %f as a %s (1904: %s)', (serial, style, from1904, text) => {
    expect(formatSerial(serial, style, from1904)).toBe(text)
  })
})

describe('formatNumber', () => {
  it.each([
    ['5110000000000000123', '5110000000000000123'],
    ['1.1000000000000001', '1.1'],
    ['19.989999999999998', '19.99'],
    ['1E+15', '1000000000000000'],
    ['1.5E-7', '0.00000015'],
    ['-2.5', '-2.5'],
    ['0', '0'],
    ['abc', 'abc'],
  ])('writes %s as %s', (text, plain) => expect(formatNumber(text)).toBe(plain))
})
