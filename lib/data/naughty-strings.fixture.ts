import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const listed: string[] = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8'),
)

/** Cells that a spreadsheet would run, or that other programs' lists of attacks hold. */
export const formulas = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1,1)', ' @SUM(1,1)', '\u00a0=1+1', '\t=1+1', '\r=1+1', '"=1+1"', "'=1+1"],
  ...['=HYPERLINK("http://x.example","y")', "=cmd|'/C calc'!A0", '|calc', '%0A=1+1', '＝1+1', '\u200b=1+1'],
  ...['ok\n=cmd', ';=1+1', ',=1+1', '=1+1\n=2+2', '\u3000=1+1', '\ufeff=1+1', '\u202e=1+1'],
]

/** Numbers stay numbers in a spreadsheet; see guardCell. */
export const plainNumbers = ['-5', '+49', '-1.50', '+1,5']

/** Texts that break programs: the big list of naughty strings (MIT), formulas, and what the list lacks. */
export const naughtyStrings = [
  ...new Set([
    ...listed,
    ...formulas,
    ...plainNumbers,
    ...[
      '__proto__',
      'constructor',
      'hasOwnProperty',
      '{"__proto__": {"polluted": 1}}',
      '$v0',
      '?',
      '$1',
      ':v',
    ],
    ...[
      '\u202egnp.exe\u202c',
      'a\u200bb',
      'a\u0001\u0007\u001b[31mb',
      '\u2028\u2029',
      'e\u0301',
      '👩‍👩‍👧‍👦',
      '\ufffd',
    ],
    ...[`"); DROP TABLE customers;--`, `' OR 1=1 --`, `\\'`, '\\', '"""', "'''", 'a,b;c\td', 'x'.repeat(290)],
    ...[
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      '{{7*7}}',
      '$' + '{7*7}',
    ],
    ...['9007199254740993', '007', '1,50', '17850.0', '1e5', 'TRUE', 'null', 'NaN', 'undefined', '-'],
  ]),
]
