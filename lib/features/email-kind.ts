export const emailKinds = ['free', 'business', 'school', 'government'] as const

/** Providers with addresses under many countries' domains, and single domains that anybody can have an address at. */
const freeNames =
  'gmail|googlemail|hotmail|outlook|yahoo|ymail|rocketmail|icloud|aol|gmx|yandex|protonmail|tutanota|rediffmail'
const freeDomains = [
  ...['live.com', 'live.co.uk', 'live.fr', 'live.nl', 'live.de', 'msn.com', 'me.com', 'mac.com', 'mail.com'],
  ...[
    'mail.ru',
    'bk.ru',
    'inbox.ru',
    'list.ru',
    'rambler.ru',
    'proton.me',
    'pm.me',
    'fastmail.com',
    'hey.com',
  ],
  ...[
    'web.de',
    't-online.de',
    'freenet.de',
    'posteo.de',
    'arcor.de',
    'bluewin.ch',
    'orange.fr',
    'wanadoo.fr',
  ],
  ...[
    'laposte.net',
    'free.fr',
    'sfr.fr',
    'libero.it',
    'virgilio.it',
    'tiscali.it',
    'seznam.cz',
    'wp.pl',
    'o2.pl',
  ],
  ...[
    'onet.pl',
    'interia.pl',
    'uol.com.br',
    'bol.com.br',
    'terra.com.br',
    'comcast.net',
    'verizon.net',
    'att.net',
  ],
  ...[
    'qq.com',
    'vip.qq.com',
    'foxmail.com',
    '163.com',
    '126.com',
    'yeah.net',
    'sina.com',
    'sina.cn',
    'sohu.com',
  ],
  ...['139.com', '189.cn', 'aliyun.com', 'tom.com', '21cn.com', 'naver.com', 'daum.net', 'hanmail.net'],
  ...['docomo.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp', 'nifty.com', 'btinternet.com', 'sky.com', 'ziggo.nl'],
]

/** SQL for the kind of an e-mail address in the given SQL expression, by its domain; NULL where there is no address. */
export function emailKind(email: string): string {
  const domain = `lower(trim(split_part(${email}, '@', -1)))`
  return `CASE
    WHEN NOT regexp_matches(trim(${email}), '^[^@\\s]+@[^@\\s]+[.][^@\\s]+$') THEN NULL
    WHEN regexp_matches(${domain}, '^(${freeNames})[.][a-z.]+$') THEN 'free'
    WHEN ${domain} IN (${freeDomains.map((one) => `'${one}'`).join(', ')}) THEN 'free'
    WHEN regexp_matches(${domain}, '[.](edu|ac)([.][a-z]{2})?$') THEN 'school'
    WHEN regexp_matches(${domain}, '(^|[.])(gov|gob|gouv|gc)([.][a-z]{2})?$') THEN 'government'
    WHEN ${email} IS NOT NULL THEN 'business' END`
}
