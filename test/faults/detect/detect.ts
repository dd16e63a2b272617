/**
 * `npm run faults -- --detect [--mails N]`: can a filter that was taught with earlier probes tell new ones from customers' mails? Probes
 * are written by the service's own steps; ordinary mails by a generator of its own. Both say the same things in the same working
 * hours, under names of one pool and one domain: what is judged is the form of a mail, not a word that a list could hold anyway.
 */
import { letterOf } from '../../../jobs/send-probes/letter-of.js'
import { probesOf } from '../../../jobs/send-probes/plan-probes.js'
import { formatZonedMailDate } from '../../../src/calendar/rfc5322-date.js'
import type { Persona } from '../../../src/domain/persona.js'
import type { Study } from '../../../src/domain/study.js'
import { writeMail } from '../../../src/mail/clients/write-mail.js'
import { deriveBytes } from '../../../src/planning/plan-secret.js'
import { createRandom, type Random } from '../../../src/ranking/random.js'
import { loadStudy } from '../../../src/study/load-study.js'
import { consumerMail } from './consumer-mails.js'
import { areaUnder, heldOutScores, type WireMail } from './detector.js'

/** The bound of the issue: above it a filter would pay. */
export const MOST_AREA = 0.65

/** What came out. */
export interface DetectSummary {
  readonly probes: number
  readonly others: number
  /** How an account addresses its probes. */
  readonly addressing: string
  /** Families of programs held out in turn: the filter never saw the program of the mail it judges. */
  readonly unknownProgram: number
  /** Every fourth edition held out, with its people: the filter knows all programs, ours too. */
  readonly knownProgram: number
  /** By family in which both write: the area within it, the program unknown; null where one side has too few. */
  readonly families: Readonly<Record<string, number | null>>
}

/** Stands for every domain of a writer: one that is known is on a list, whatever its mails look like. */
const DOMAIN = 'domain.example'

/** Names of people on both sides; none is a shopper of the example study. */
const FIRST =
  'Julie Nicolas Céline Thomas Aurélie Julien Émilie Sébastien Laure Mathieu Virginie Guillaume Sandrine Benoît Delphine Arnaud Mélanie Cédric Pauline Adrien Charlotte Étienne Manon Florian Elsa Gaëtan Karim Nadia Emma Oliver Grace Harry'.split(
    ' ',
  )
const LAST =
  'Dubois Leroy Moreau Simon Laurent Michel Fournier Girard Bonnet Dupuis Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanchard Guérin Boyer Chevalier Perrin Robin Clément Masson Sanchez Bertrand Renaud Smith Taylor'.split(
    ' ',
  )

/** The example study with other people in it: the names on both sides are of one pool, as after shoppers were replaced. */
function withOthers(study: Study, random: Random): Study {
  const last = random.shuffle(LAST)
  const personas = random
    .shuffle(FIRST)
    .slice(0, study.personas.length)
    .map((firstName, index): Persona => ({ ...study.personas[index]!, firstName, lastName: last[index]! }))
  return { ...study, personas }
}

/** Editions, or seasons of customers, that the mails of each side come from. */
const EDITIONS = 8

/** Probes of as many editions as are needed, each with a secret of its own, and as many mails of customers. */
export async function wireMails(
  number: number,
  addressing: 'catch-all' | 'plus',
  seed = 1,
): Promise<readonly WireMail[]> {
  const example = await loadStudy('config', {})
  const study: Study = { ...example, accounts: example.accounts.map((account) => ({ ...account, addressing })) }
  const [edition] = study.editions
  const mails: WireMail[] = []
  const secretOf = (what: string, round: number) => deriveBytes('ab'.repeat(32), what, seed, round).toString('hex')
  const domain = study.accounts[0]!.domain
  const share = Math.ceil(number / EDITIONS)
  for (let round = 0; mails.length < number; round += 1) {
    const secret = secretOf('probes', round)
    const brands = new Map(study.brands.map((brand) => [brand.id, brand]))
    const shoppers = withOthers(study, createRandom(seed, 'shoppers', round))
    for (const probe of probesOf(shoppers, edition!.id, null, secret).slice(
      0,
      Math.min(share, number - mails.length),
    )) {
      const letter = letterOf(probe, secret, brands.get(probe.brand)!.timeZone, null)
      const raw = writeMail(letter, probe.dueAt).raw.toString().replaceAll(domain, DOMAIN)
      mails.push({ family: letter.client.kind, edition: round, raw, isProbe: true })
    }
  }
  for (let round = 0; mails.length < 2 * number; round += 1) {
    const customers = withOthers(study, createRandom(seed, 'people', round))
    const random = createRandom(seed, 'customers', round)
    for (const probe of probesOf(customers, edition!.id, null, secretOf('customers', round)).slice(
      0,
      Math.min(share, 2 * number - mails.length),
    )) {
      const { firstName: first, lastName: last } = customers.personas.find(({ id }) => id === probe.persona)!
      const { timeZone } = study.brands.find(({ id }) => id === probe.brand)!
      const words = {
        first,
        last,
        to: probe.recipient,
        subject: probe.mail.subject,
        text: probe.mail.text,
        french: probe.mail.language === 'fr',
        date: formatZonedMailDate(probe.dueAt + 1000 * random.below(3600), timeZone),
      }
      const { family, raw } = consumerMail(words, DOMAIN, random)
      mails.push({ family, edition: round, raw, isProbe: false })
    }
  }
  return mails
}

/** Trains and judges. */
export async function runDetect(
  number: number,
  addressing: 'catch-all' | 'plus' = 'catch-all',
): Promise<DetectSummary> {
  const mails = await wireMails(number, addressing)
  const area = (scores: readonly number[], among: (mail: WireMail) => boolean = () => true) => {
    const of = (isProbe: boolean) =>
      scores.filter((_, index) => mails[index]!.isProbe === isProbe && among(mails[index]!))
    const [probes, others] = [of(true), of(false)]
    return Math.min(probes.length, others.length) < 10 ? null : Math.round(1000 * areaUnder(probes, others)) / 1000
  }
  const byFamily = heldOutScores(mails, ({ family }) => family)
  const byEdition = heldOutScores(mails, ({ edition }) => String(edition % 4))
  const families = [...new Set(mails.map(({ family }) => family))].sort()
  return {
    probes: number,
    others: number,
    addressing,
    unknownProgram: area(byFamily) ?? Number.NaN,
    knownProgram: area(byEdition) ?? Number.NaN,
    families: Object.fromEntries(families.map((family) => [family, area(byFamily, (mail) => mail.family === family)])),
  }
}
