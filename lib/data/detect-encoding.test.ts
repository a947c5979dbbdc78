import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { type Encoding, encodings } from '@/lib/csv/encoding'
import { createEncodingDetector } from './detect-encoding'

function detect(bytes: Uint8Array, chunk = 65_536) {
  const detector = createEncodingDetector()
  for (let at = 0; at < bytes.length; at += chunk) detector.push(bytes.subarray(at, at + chunk))
  return detector.finish()
}

const encode = (text: string, encoding: Encoding) => iconv.encode(text, encoding)

const texts: [Encoding, string, string][] = [
  [
    'windows-1252',
    'English',
    'The customer’s café order – naïve résumé “first” £20, €5 off. The façade of the rôle.',
  ],
  [
    'windows-1252',
    'German',
    'Die Bestellung wurde für Größe M geändert. Straße, Öffnungszeiten, über, schön, Käufer, Gebühr',
  ],
  [
    'windows-1252',
    'French',
    'La commande a été livrée à l’adresse précisée. Très bon produit, français, même prix où ça plaît',
  ],
  [
    'windows-1252',
    'Spanish',
    'El envío llegó mañana según el número de teléfono. ¿Cuánto cuesta? ¡Qué rápido! Niño, corazón',
  ],
  [
    'windows-1252',
    'Portuguese',
    'A devolução não está disponível. São Paulo, coração, preço, informações, três, avó, também',
  ],
  ['windows-1252', 'Swedish', 'Kläder för män och kvinnor på rea. Göteborg, Malmö, Västerås, gråa strumpor'],
  [
    'windows-1250',
    'Polish',
    'Zamówienie zostało wysłane. Łódź, Kraków, Gdańsk, Wrocław, książka, źródło, część, następny',
  ],
  [
    'windows-1250',
    'Czech',
    'Objednávka byla odeslána. Příliš žluťoučký kůň úpěl ďábelské ódy. Plzeň, Děčín, Třebíč',
  ],
  [
    'windows-1250',
    'Hungarian',
    'A megrendelés megérkezett. Győr, Székesfehérvár, Kőszeg, gyümölcs, nő, fűszer, szülő',
  ],
  [
    'windows-1251',
    'Russian',
    'Заказ доставлен покупателю. Москва, Санкт-Петербург, хорошее качество, спасибо большое',
  ],
  [
    'koi8-r',
    'Russian',
    'Заказ доставлен покупателю. Москва, Санкт-Петербург, хорошее качество, спасибо большое',
  ],
  [
    'windows-1253',
    'Greek',
    'Η παραγγελία παραδόθηκε. Αθήνα, Θεσσαλονίκη, πολύ καλή ποιότητα, ευχαριστώ πολύ',
  ],
  [
    'windows-1254',
    'Turkish',
    'Sipariş teslim edildi. İstanbul, Eskişehir, Muğla, kırmızı elbise, teşekkürler, çok güzel',
  ],
  [
    'macintosh',
    'French',
    'La commande a été livrée à l’adresse précisée. Très bon produit, français, même prix',
  ],
  [
    'gb18030',
    'Simplified Chinese',
    '订单已经送达客户，商品质量很好，下次还会再来购买。北京市朝阳区，上海市浦东新区',
  ],
  ['big5', 'Traditional Chinese', '訂單已經送達客戶，商品品質很好，下次還會再來購買。台北市信義區，高雄市'],
  ['shift_jis', 'Japanese', 'ご注文の商品はお届け済みです。東京都渋谷区、とても良い品質でした。カード払い'],
  ['euc-jp', 'Japanese', 'ご注文の商品はお届け済みです。東京都渋谷区、とても良い品質でした。カード払い'],
  ['euc-kr', 'Korean', '주문하신 상품이 배송되었습니다. 서울특별시 강남구, 품질이 아주 좋아요. 감사합니다'],
]

const table = (names: readonly string[]) =>
  `order_id,name,city,amount\n${names.map((name, index) => `${index + 1},${name},X${index},${index}.50`).join('\n')}\n`

describe('createEncodingDetector', () => {
  it.each(texts)('knows %s: %s', (encoding, _, text) => {
    const verdict = detect(encode(`id;text\n1;${text}\n`, encoding))
    expect(verdict).toMatchObject({ name: encoding, evidence: 'bytes', bomBytes: 0 })
    expect(verdict.confidence).toBeGreaterThan(0.8)
    expect(verdict.alternatives).not.toContain(encoding)
  })

  it.each(texts)('knows %s (%s) after 6 MB of plain rows', (encoding, _, text) => {
    const plain = Buffer.from('10001,2024-03-05,Smith,12.50\n'.repeat(210_000))
    const bytes = Buffer.concat([plain, encode(`1;${text}\n`, encoding), plain.subarray(0, 29_000)])
    expect(detect(bytes).name).toBe(encoding)
  })

  it.each<[Encoding, string[]]>([
    ['windows-1252', ['José', 'Müller', 'Zoë']],
    ['windows-1252', ['Hélène', 'François', 'Chloé']],
    ['windows-1252', ['Jürgen', 'Köln', 'Weiß']],
    ['windows-1252', ['Peña', 'Muñoz', 'León']],
    ['windows-1252', ['12,50 €', 'Malmö', 'Håkan']],
    ['windows-1250', ['Wałęsa', 'Łukasz', 'Małgorzata']],
    ['windows-1250', ['Dvořák', 'Jiří', 'Růžena']],
    ['windows-1251', ['Иван', 'Ольга', 'Москва']],
    ['gb18030', ['王伟', '李娜']],
    ['gb18030', ['北京', '上海']],
    ['gb18030', ['张三', '杭州']],
    ['big5', ['陳大文', '台北']],
    ['shift_jis', ['佐藤', 'さくら']],
    ['shift_jis', ['東京', '山田']],
    ['euc-jp', ['さくら', '東京']],
    ['euc-kr', ['김민준', '서울']],
  ])('knows %s by a few names: %j', (encoding, names) => {
    const verdict = detect(encode(table([...names, 'Smith', 'Brown', 'Ford']), encoding))
    expect(verdict).toMatchObject({ name: encoding, evidence: 'bytes' })
  })

  it('names the encodings that are not decided against, and is less sure of short evidence', () => {
    const short = detect(encode(table(['王伟']), 'gb18030'))
    const long = detect(encode(texts[14]?.[2] ?? '', 'gb18030'))
    expect(short.confidence).toBeLessThan(long.confidence)
    expect(short.alternatives.length).toBeGreaterThan(0)
  })

  it('tells UTF-8: plain, with characters, with a mark', () => {
    expect(detect(Buffer.from('a,b\n1,2\n'))).toMatchObject({
      name: 'utf-8',
      evidence: 'ascii',
      confidence: 1,
    })
    expect(detect(Buffer.from('a,客\n1,é\n'))).toMatchObject({
      name: 'utf-8',
      evidence: 'utf8',
      badSequences: 0,
    })
    expect(detect(Buffer.from('\ufeffa,b\n'))).toMatchObject({ name: 'utf-8', evidence: 'bom', bomBytes: 3 })
    expect(detect(new Uint8Array())).toMatchObject({ name: 'utf-8', evidence: 'ascii' })
  })

  it('keeps UTF-8 of which few characters are broken', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index},Zoë,北京\n`).join('')
    const bytes = Buffer.concat([Buffer.from(rows), Buffer.from([0x35, 0x2c, 0xe9, 0x2c, 0xff, 0x0a])])
    expect(detect(bytes)).toMatchObject({ name: 'utf-8', evidence: 'utf8', badSequences: 2 })
    expect(detect(Buffer.from('a,客户,é').subarray(0, -1))).toMatchObject({ name: 'utf-8', badSequences: 1 })
  })

  it('takes single broken bytes in plain text for broken UTF-8, not for another alphabet', () => {
    const rows = 'valid,valid,valid\n'.repeat(100)
    for (const bytes of [
      [0xff, 0xff],
      [0xe2, 0x82],
    ]) {
      const broken = Buffer.concat([Buffer.from(`${rows}inva`), Buffer.from(bytes), Buffer.from('lid,x,y\n')])
      expect(detect(broken)).toMatchObject({ name: 'utf-8', evidence: 'bytes' })
      expect(detect(broken).badSequences).toBeGreaterThan(0)
    }
    expect(detect(Buffer.from('hello\n\0world\0\n')).name).toBe('utf-8')
  })

  it.each<[Encoding, string]>([
    ['utf-16le', 'order_id\tcity\n1\t北京\n2\tKöln\n'],
    ['utf-16be', 'order_id\tcity\n1\t北京\n2\tKöln\n'],
  ])('tells %s with and without its mark', (encoding, text) => {
    const bytes = encode(text, encoding)
    expect(detect(bytes)).toMatchObject({ name: encoding, evidence: 'bytes', bomBytes: 0 })
    const marked = encode(`\ufeff${text}`, encoding)
    expect(detect(marked)).toMatchObject({ name: encoding, evidence: 'bom', bomBytes: 2 })
  })

  it('takes scattered noughts for noughts', () => {
    const rows = Array.from({ length: 200 }, (_, index) => `${index},a\0b,${'x'.repeat(index % 7)}\n`).join(
      '',
    )
    expect(detect(Buffer.from(rows))).toMatchObject({ name: 'utf-8', evidence: 'ascii' })
  })

  it('judges alike however the bytes arrive, and never fails', () => {
    const bytes = encode(`id;text\n1;${texts[14]?.[2]}\n`.repeat(20), 'gb18030')
    for (const chunk of [1, 7, 100, 5000]) expect(detect(bytes, chunk)).toEqual(detect(bytes))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (random, chunk) => {
        const verdict = detect(random, chunk)
        expect(encodings).toContain(verdict.name)
        expect(verdict.confidence).toBeGreaterThanOrEqual(0)
        expect(verdict.confidence).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })
})
