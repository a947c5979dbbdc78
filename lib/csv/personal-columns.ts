import type { ColumnProfile } from './column-profile'
import { normaliseHeader, words } from './header-forms'
import { contactPattern, identityPattern } from './personal-values'

/** Fields of a customer that say who somebody is, whatever their values; nobody can say otherwise. */
export const personalFields: readonly string[] = ['email', 'phone', 'first_name', 'last_name', 'birth_date']
/** Fields of a customer that somebody may call personal, and one that is until somebody says otherwise. */
const plainFields: readonly string[] = ['gender', 'country', 'signed_up_on', 'consent']
const decidableFields: readonly string[] = [...plainFields, 'city']

const attributePrefix = 'attributes:'
/** The key of a column that customers keep under the header of their file; the others are known by their field. */
export const attributeKey = (header: string) => `${attributePrefix}${header}`
/** The header that a key stands for; null for a field. */
export function attributeOf(key: string): string | null {
  return key.startsWith(attributePrefix) ? key.slice(attributePrefix.length) : null
}

/** Words of a header that speak of one person, in English, German, French and Spanish, without accents. */
const telling = new Set(
  words(`address addresses addr street zip zipcode postcode postal postalcode ip ipaddress ipaddr ipv4 ipv6 passport ssn
    iban bic swift creditcard cardnumber email emails mail phone phones tel telephone mobile cell cellphone cellular fax
    whatsapp wechat weixin qq telegram skype facebook instagram twitter tiktok linkedin weibo handle username nickname
    surname fullname firstname lastname middlename birthday birthdate birthplace born dob city town latitude longitude
    lat lng lon geolocation gps license licence imei idfa gaid deviceid fingerprint
    strasse hausnummer plz adresse anschrift ausweis personalausweis reisepass steuernummer steuerid geburtstag
    geburtsdatum geburtsort telefon handy rufnummer mobilnummer ort wohnort stadt vorname nachname familienname kontonummer
    rue codepostal passeport portable courriel ville nir naissance nom prenom
    direccion calle codigopostal pasaporte dni nie telefono movil correo ciudad nacimiento nombre apellido apellidos`),
)
/** The same as several words in a row. */
const tellingPhrases =
  words(`idcard idnumber identitycard identitynumber nationalid socialsecurity taxid bankaccount
  accountnumber cardnumber personnummer dateofbirth codepostal carteidentite numerosecu codigopostal`)
/** What makes a name that of a person. */
const nameOf = new Set(
  words(`first last middle full user nick maiden family given contact billing shipping recipient customer client
    member buyer spouse partner child parent mother father`),
)
/** Chinese is written without blanks: any of these within a header. */
const tellingChinese =
  words(`地址 住址 街道 邮编 邮政编码 邮箱 邮件 电子邮件 电话 手机 联系方式 身份证 护照 证件 微信 支付宝 银行卡 卡号
  车牌 姓名 名字 昵称 收货人 收件人 联系人 生日 出生 住所 城市 社保 户籍 籍贯`)
/** Words that turn the header into a statement about the contact: email_opens, phone verified, accepts email marketing. */
const tame = new Set(
  words(`accepts accept opt optin optout consent marketing newsletter subscribed subscription permission allowed opens open
    clicks click sent bounced bounces status verified valid count total rate score has is tag tags campaign
    kind type domain einwilligung abonnement`),
)
const tameChinese = words('是否 同意 订阅 营销 次数 数量 状态 类型 验证')

function splitHeader(header: string): string[] {
  return header
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .map(normaliseHeader)
    .filter((word) => word !== '')
}

/** Whether a header says that its column holds who or where a person is. */
export function isPersonalHeader(header: string): boolean {
  const parts = splitHeader(header)
  const whole = normaliseHeader(header)
  if (parts.some((part) => tame.has(part)) || tameChinese.some((word) => whole.includes(word))) return false
  if (telling.has(whole) || parts.some((part) => telling.has(part.replace(/[0-9]+$/, '')))) return true
  if (tellingPhrases.some((phrase) => whole.includes(phrase))) return true
  if (tellingChinese.some((word) => whole.includes(word))) return true
  return whole === 'name' || (parts.includes('name') && parts.some((part) => nameOf.has(part)))
}

const contact = new RegExp(contactPattern)
const identity = new RegExp(`^(?:${identityPattern})$`)
/** Whether a value holds an e-mail address or phone number, or is an IP address, an IBAN or a card number. */
export const isPersonalValue = (value: string) => contact.test(value) || identity.test(value.trim())

/** Share of a column's values from which on they make it personal: one in ten is too many to show. */
export const personalShare = 0.1

/** Whether the rows of a file speak for people: what is written in most of them, or in the most frequent of them. */
export function hasPersonalValues({ type, top, min, max }: ColumnProfile): boolean {
  if (type === 'email' || type === 'phone') return true
  const seen = [...top.map(({ value }) => value), min, max].filter((value) => value !== null)
  return type !== 'date' && type !== 'percent' && seen.some(isPersonalValue)
}

/** Of the customers table: by column key, whether it is personal. An attribute that is not there is. */
export type PersonalColumns = Record<string, boolean>

export type PersonalReason = 'field' | 'decided' | 'header' | 'values'
export type Judgement = { personal: boolean; reason: PersonalReason | null }

/**
 * Whether a column of the customers table is personal: by its field, by what somebody said of it, by its header, or by its
 * values (`hasValues`, asked only where nothing else tells).
 */
export function judgePersonal(
  key: string,
  decided: boolean | undefined,
  hasValues: () => boolean = () => false,
): Judgement {
  if (personalFields.includes(key)) return { personal: true, reason: 'field' }
  if (decided !== undefined) return { personal: decided, reason: 'decided' }
  // An id is told by its value: see isContactId.
  if (key === 'customer_id' || plainFields.includes(key)) return { personal: false, reason: null }
  if (isPersonalHeader(attributeOf(key) ?? key)) return { personal: true, reason: 'header' }
  return hasValues() ? { personal: true, reason: 'values' } : { personal: false, reason: null }
}

/** Whether somebody can say otherwise of a column of the customers table. */
export const isDecidable = (key: string) => decidableFields.includes(key) || attributeOf(key) !== null
