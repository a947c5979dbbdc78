import type { Encoding } from './encoding'

/** How often the letters outside ASCII stand in a language's texts, in per cent of all its letters. */
export type Language = {
  encodings: readonly Encoding[]
  /** latin: such letters stand between plain ones; own: words are made of them alone. */
  script: 'latin' | 'own'
  letters: string
}

const western = ['windows-1252', 'macintosh'] as const
const central = ['windows-1250', 'iso-8859-2'] as const
const cyrillic = ['windows-1251', 'koi8-r'] as const

/** Letter frequencies: Wikipedia, “Letter frequency”, rounded; rarer ones by estimate. */
export const languages: readonly Language[] = [
  {
    encodings: western,
    script: 'latin',
    letters: 'é1.5 à.49 è.27 ê.22 ç.09 û.06 ù.06 â.05 î.05 ô.03 œ.02 ë.02 ï.01',
  },
  { encodings: western, script: 'latin', letters: 'ü1 ä.58 ö.44 ß.31 é.03' },
  { encodings: western, script: 'latin', letters: 'ó.83 í.73 á.5 é.43 ñ.31 ú.17 ü.02' },
  { encodings: western, script: 'latin', letters: 'ã.73 ç.53 é.4 á.4 í.3 ó.3 ê.4 ú.2 à.07 õ.2 â.2 ô.1' },
  { encodings: western, script: 'latin', letters: 'à.64 è.4 é.2 ù.17 ò.15 ì.1' },
  { encodings: western, script: 'latin', letters: 'ä1.8 å1.34 ö1.31 é.03' },
  { encodings: western, script: 'latin', letters: 'å1.19 ø.94 æ.87 é.03 ö.02 ä.02' },
  { encodings: western, script: 'latin', letters: 'ë.1 é.1 ï.05 ö.03 ü.03 è.03' },
  { encodings: western, script: 'latin', letters: 'ð4.4 á1.8 í1.57 þ1.46 ó1 æ.87 ö.78 é.65 ú.61 ý.23' },
  { encodings: western, script: 'latin', letters: 'à.6 é.6 è.5 í.4 ó.4 ò.3 ç.2 ú.2 ï.1 ü.05' },
  { encodings: central, script: 'latin', letters: 'ł1.75 ę1.13 ą1.02 ż.89 ó.82 ś.68 ć.45 ń.19 ź.06' },
  {
    encodings: central,
    script: 'latin',
    letters: 'í1.64 ě1.22 ý1 á.87 ž.72 š.69 é.63 č.46 ř.38 ů.2 ú.05 ó.02 ď.02 ň.01 ť.01',
  },
  {
    encodings: central,
    script: 'latin',
    letters: 'á2 í1.2 ý1.1 č1 ú1 š1 é.9 ž.8 ť.6 ľ.4 ô.2 ď.2 ň.15 ó.1 ä.1 ĺ.03 ŕ.02',
  },
  { encodings: central, script: 'latin', letters: 'é4.25 á3.37 ó1.3 ö.82 ő.78 ü.62 í.58 ű.12 ú.1' },
  { encodings: central, script: 'latin', letters: 'ă2.1 ş1 ţ1 î1 â.7' },
  { encodings: central, script: 'latin', letters: 'č1 š1 ć.6 ž.6 đ.2' },
  {
    encodings: ['windows-1254'],
    script: 'latin',
    letters: 'ı5.11 ü1.85 ş1.78 ç1.16 ğ1.13 ö.78 â.05 î.02',
  },
  { encodings: ['windows-1257'], script: 'latin', letters: 'ė1.5 ų1.3 š1 ž.8 ą.6 į.6 ū.5 č.4 ę.2' },
  {
    encodings: ['windows-1257'],
    script: 'latin',
    letters: 'ā3.9 ī2.3 ē1.8 ū.8 š.7 ņ.6 č.4 ļ.4 ž.3 ķ.2 ģ.1',
  },
  { encodings: ['windows-1257'], script: 'latin', letters: 'ä1 õ1 ü.6 ö.3 š.02 ž.02' },
  {
    encodings: cyrillic,
    script: 'own',
    letters:
      'о11 е8.5 а8 и7.4 н6.7 т6.3 с5.5 р4.7 в4.5 л4.4 к3.5 м3.2 д3 п2.8 у2.6 я2 ы1.9 ь1.7 г1.7 з1.7 б1.6 ч1.4 й1.2 х1 ж.9 ш.7 ю.6 ц.5 щ.4 э.3 ф.3 ъ.04 ё.04',
  },
  {
    encodings: cyrillic,
    script: 'own',
    letters:
      'о9.3 а8 н6.9 и6.2 і5.7 в5.3 т5.3 р4.8 е4.6 с4 к3.6 л3.6 у3.4 д3.2 м3 п2.8 я2.2 з2.1 ь1.8 б1.8 г1.5 ч1.4 й1.3 х1.2 ц.9 ю.9 ж.8 ш.7 ї.7 є.6 щ.5 ф.4 ґ.02',
  },
  {
    encodings: ['windows-1253'],
    script: 'own',
    letters:
      'α9.5 ο8 τ7.6 ι6.5 ε6.5 ν6.3 σ4.5 ρ4.4 κ4.1 π4 ς3.9 η3.8 μ3.3 λ2.9 υ2.8 ί2.6 ό2.5 ά2 δ1.8 γ1.7 έ1.7 ή1.6 ω1.6 θ1.2 χ1.2 φ.9 ύ.9 ώ.8 β.7 ξ.4 ζ.4 ψ.2',
  },
  {
    encodings: ['windows-1255'],
    script: 'own',
    letters:
      'י11 ו10 ה10 ל7 א6 מ5.5 ר5.5 ת5 ב5 ש4.5 נ4 ם3 ד3 ע3 ח2.5 כ2.5 פ2 ק2 ן1.5 ג1.5 ס1.5 ט1.2 צ1 ז1 ך1 ף.2 ץ.2',
  },
  {
    encodings: ['windows-1256'],
    script: 'own',
    letters:
      'ا12 ل11 ي7 م6 و6 ن6 ر5 ت4.5 ب4 ع4 ه4 د3 س3 ف3 ك2.5 ق2.5 أ2 ح2 ة2 ج1.5 ش1.2 ى1 ص1 خ1 ط1 إ1 ذ.8 ز.6 ث.6 ض.6 غ.5 ئ.3 ء.3 ظ.2 آ.2 ؤ.1',
  },
  {
    encodings: ['windows-874'],
    script: 'own',
    letters:
      'า6.5 น6.5 ร6.5 ก5 อ5 เ4.5 ่4.5 ง4.2 ย4 ม4 ั4 ล3.5 ้3.5 ว3.3 ท3.3 ี3.3 ต3 ส3 ิ2.8 ด2.8 ห2.5 ะ2.5 ค2.3 แ2 พ2 บ2 ป2 ุ1.5 ไ1.5 จ1.5 ข1.5 ช1.3 ์1.3 ำ1.2 ู1.2 ื1.2 โ1 ใ1 ถ.7 ผ.6 ็.6 ซ.4 ณ.5 ศ.5 ธ.5 ภ.4 ษ.3 ญ.3 ฟ.2 ฝ.2 ฉ.2 ฐ.1',
  },
]
