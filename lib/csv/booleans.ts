/** Words for yes and no (lower case) as shops and newsletter tools export them. */
export const yesWords = [
  ...['yes', 'y', 'true', 't', '1', '1.0', 'on', 'subscribed', 'opted in', 'opted-in', 'opt-in', 'accepted'],
  ...['granted', 'consented', '是', '有', '真', '同意', '已同意', '订阅', '已订阅'],
]
export const noWords = [
  ...['no', 'n', 'false', 'f', '0', '0.0', 'off', 'unsubscribed', 'never subscribed', 'never_subscribed'],
  ...['not subscribed', 'not_subscribed', 'opted out', 'opted-out', 'opt-out', 'declined', 'denied'],
  ...['suppressed', '否', '无', '假', '不同意', '未同意', '未订阅', '已退订'],
]

/** Yes or no; null when it is neither. */
export function readBoolean(text: string): boolean | null {
  const word = text.toLowerCase()
  if (yesWords.includes(word)) return true
  return noWords.includes(word) ? false : null
}
