/** Words for yes and no (lower case) as shops, newsletter tools and spreadsheets export them. */
export const yesWords = [
  ...['yes', 'y', 'true', 't', '1', '1.0', 'on', 'x', '✓', '✔', '√', '☑', '✅'],
  ...['subscribed', 'opted in', 'opted_in', 'opted-in', 'opt-in', 'optin', 'accepted', 'accepts', 'granted'],
  ...[
    'consented',
    'confirmed',
    'checked',
    'enabled',
    'ja',
    'oui',
    'sí',
    'si',
    'sim',
    'wahr',
    'vrai',
    'verdadero',
  ],
  ...['是', '有', '真', '同意', '已同意', '订阅', '已订阅', '訂閱', '已訂閱', 'はい'],
]
export const noWords = [
  ...['no', 'n', 'false', 'f', '0', '0.0', 'off', '✗', '✘', '✕', '×', '☐', '❌'],
  ...[
    'unsubscribed',
    'never subscribed',
    'never_subscribed',
    'not subscribed',
    'not_subscribed',
    'non-subscribed',
  ],
  ...[
    'opted out',
    'opted_out',
    'opted-out',
    'opt-out',
    'optout',
    'declined',
    'denied',
    'rejected',
    'suppressed',
  ],
  ...['cleaned', 'unchecked', 'disabled', 'nein', 'non', 'não', 'nao', 'nej', 'falsch', 'faux', 'falso'],
  ...['否', '无', '假', '不同意', '未同意', '未订阅', '已退订', '退订', '未訂閱', '已退訂', 'いいえ'],
]

const words = new Map([
  ...yesWords.map((word): [string, boolean] => [word, true]),
  ...noWords.map((word): [string, boolean] => [word, false]),
])

/** Yes or no; null when it is neither. */
export function readBoolean(text: string): boolean | null {
  return words.get(text.toLowerCase()) ?? null
}
