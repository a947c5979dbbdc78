/** A decimal number's text with its point moved, so that 0.07 is 7 and 7 % is 0.07 without rounding. */
function movePoint(text: string, places: number): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  return `${mantissa}e${Number(exponent) + places}`
}

/** Digits of a finite number without an exponent where they are few. */
function plainDigits(text: string): string {
  return String(Number(text))
}

/** A share as a number of percent: 0.25 is '25'. Reading it back gives the same share. */
export function toPercent(share: number): string {
  const text = plainDigits(movePoint(String(share), 2))
  return fromPercent(text) === share ? text : movePoint(String(share), 2)
}

/** The share of a number of percent as written: '25' is 0.25. */
export function fromPercent(percent: string): number {
  return Number(movePoint(percent, -2))
}
