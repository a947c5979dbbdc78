import { assignBehaviours, type Behaviour } from './behaviours'
import { type Calendar, dayAtQuantile, formatDay } from './calendar'
import { tastes } from './catalogue-data'
import { createDraw, type Draw } from './draw'
import { type CountryPeople, countryPeople, emailDomains } from './people-data'
import type { CustomerRow, OrderRow } from './rows'

/** A customer with the hidden traits that shape the orders. */
export interface Person {
  row: CustomerRow
  behaviour: Behaviour
  country: CountryPeople
  /** Days of the orders, ascending. */
  orderDays: number[]
  /** Weight per taste. */
  tastes: Float64Array
  /** Offset that makes brand preferences the customer's own. */
  brandSalt: number
  channels: readonly number[]
}

export const channels: readonly OrderRow['channel'][] = ['web', 'app', 'store', 'marketplace']

export function createPeople(count: number, seed: number): Person[] {
  const draw = createDraw(seed, 2)
  const contact = createContactBook(createDraw(seed, 3))
  const people = assignBehaviours(count, draw).map((behaviour) => createPerson(behaviour, draw, contact))
  people.sort((a, b) =>
    a.row.signup_date < b.row.signup_date ? -1 : a.row.signup_date > b.row.signup_date ? 1 : 0,
  )
  people.forEach((person, index) => {
    person.row.customer_id = `C${String(index + 1).padStart(6, '0')}`
  })
  return people
}

function createPerson(behaviour: Behaviour, draw: Draw, contact: ContactBook): Person {
  const country = countryPeople[draw.weighted(countryPeople.map((entry) => entry.share))]!
  const [from, to] = behaviour.drawSpan(draw)
  const orderDays = drawOrderDays(behaviour.calendar, behaviour.orders, from, to, draw)
  const signupDay = (orderDays[0] ?? from) - behaviour.drawLead(draw)
  const female = draw.chance(behaviour.id === 'gift' ? 0.5 : 0.64)
  const birthYear = Math.round(Math.min(2006, Math.max(1942, 1983 + 13 * draw.normal())))
  const name = drawName(country, female, draw)
  const city = country.cities[draw.weighted(country.cities.map(([, weight]) => weight))]![0]
  return {
    row: {
      customer_id: '',
      first_name: name.first,
      last_name: name.last,
      email: contact.email(name.latinFirst, name.latinLast, birthYear),
      phone: draw.chance(0.62) ? contact.phone(country) : '',
      gender: draw.chance(0.08) ? '' : draw.chance(0.012) ? 'other' : female ? 'female' : 'male',
      birth_date: draw.chance(0.22) ? '' : drawBirthDate(birthYear, draw),
      city: draw.chance(0.03) ? '' : city,
      country: country.country,
      signup_date: formatDay(signupDay),
      email_consent: draw.chance(0.7) ? 'yes' : 'no',
      loyalty_tier: '',
    },
    behaviour,
    country,
    orderDays,
    tastes: drawTastes(behaviour, draw),
    brandSalt: draw.whole(0, 9999),
    channels: drawChannels(country, birthYear, draw),
  }
}

/** Spread evenly over the quantiles of the calendar with jitter, as people with a habit buy. */
function drawOrderDays(
  calendar: Calendar,
  [fewest, most]: readonly [number, number],
  from: number,
  to: number,
  draw: Draw,
): number[] {
  const count = Math.round(fewest + (most - fewest) * draw.unit() ** 1.3)
  return Array.from({ length: count }, (_, i) => dayAtQuantile(calendar, from, to, (i + draw.unit()) / count))
}

function drawTastes(behaviour: Behaviour, draw: Draw): Float64Array {
  const weights = new Float64Array(tastes.length).fill(0.012)
  const loved = draw.chance(0.55) ? 2 : 3
  for (let i = 0; i < loved; i++) {
    const taste = draw.whole(0, tastes.length - 1)
    weights[taste] = weights[taste]! + draw.between(0.6, 1.2)
  }
  if (behaviour.id === 'gift') weights[tastes.indexOf('gifts')]! += 0.35
  return weights
}

function drawChannels(country: CountryPeople, birthYear: number, draw: Draw): readonly number[] {
  const young = birthYear > 1985 ? 1.6 : 0.6
  const store = country.stores ? draw.between(0.1, 0.5) : 0
  const marketplace = country.country === 'China' ? 1.2 : draw.between(0, 0.25)
  return [draw.between(0.4, 1.2), 0.45 * young * draw.between(0.4, 1.2), store, marketplace]
}

function drawBirthDate(year: number, draw: Draw): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(draw.whole(1, 12))}-${two(draw.whole(1, 28))}`
}

function drawName(country: CountryPeople, female: boolean, draw: Draw) {
  const native = draw.chance(country.nativeScript)
  const [first, latinFirst] = splitName(draw.pick(female ? country.female : country.male))
  const [last, latinLast] = splitName(draw.pick(country.last))
  return {
    first: native ? first : latinFirst,
    last: native ? last : latinLast,
    latinFirst,
    latinLast,
  }
}

function splitName(name: string): [string, string] {
  const [written, latin] = name.split('/')
  return [written!, latin ?? written!]
}

interface ContactBook {
  email(first: string, last: string, birthYear: number): string
  phone(country: CountryPeople): string
}

/** Hands out every e-mail address and phone number once; an empty phone when a fiction range is used up. */
function createContactBook(draw: Draw): ContactBook {
  const used = new Set<string>()
  return {
    email(first, last, birthYear) {
      const domain = emailDomains[draw.weighted([6, 2, 2])]!
      const [a, b] = [latinise(first), latinise(last)]
      const forms = [
        `${a}.${b}`,
        `${a}${b}`,
        `${a[0]}.${b}`,
        `${a}.${b}${String(birthYear).slice(2)}`,
        `${b}.${a}`,
      ]
      const local = draw.pick(forms)
      let address = `${local}@${domain}`
      for (let n = draw.whole(2, 99); used.has(address); n++) address = `${local}${n}@${domain}`
      used.add(address)
      return address
    },
    phone(country) {
      for (let attempt = 0; attempt < 20; attempt++) {
        const [prefix, digits] = draw.pick(country.phones)
        const number = prefix + String(draw.whole(0, 10 ** digits - 1)).padStart(digits, '0')
        if (used.has(number)) continue
        used.add(number)
        return number
      }
      return ''
    },
  }
}

function latinise(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '')
}
