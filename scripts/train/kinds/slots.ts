/** What fills the slots of wordings: invented names, numbers, dates and things, in the forms that mails give them. */
import type { Random } from '../../../src/ranking/random.js'
import type { Slots } from './wordings.js'

const FIRST_NAMES =
  'Claire,Bernard,Fatou,Marc,Inès,Sarah,Tom,Julie,Ahmed,Nadia,Paul,Emma,Louis,Priya,Oliver,Chloé,Hugo,Maud,Karim,Zoë'.split(
    ',',
  )
const LAST_NAMES =
  'Aubry,Bennett,Diallo,Moreau,O’Connor,Lefèvre,Singh,Marchand,Walker,Nguyen,Petit,Kowalski,Hall,Roche,Okafor,Garnier'.split(
    ',',
  )
const BRANDS =
  'Altamont,Brise,Hollis,Maison Lune,Ostrava & Fils,Kestrel,Verdal,Northgate,Ondine,Fernwood,Galéa,Tamaris,Lumière du Sud,Pinnacle Rail'.split(
    ',',
  )
const THINGS: Readonly<Record<string, readonly string[]>> = {
  fr: 'grille-pain,manteau Alba,modèle 3200,kit de fixation,aspirateur,forfait Mobile,fauteuil,robot mixeur,vélo pliant,chèque cadeau,matelas,sérum'.split(
    ',',
  ),
  en: 'toaster,Alba coat,model 3200,mounting kit,vacuum cleaner,mobile plan,armchair,hand blender,folding bike,gift card,mattress,serum'.split(
    ',',
  ),
}
const TOWNS = 'Bastia,Lyon,Bristol,Leeds,Namur,Genève,Cork,Nantes,Dundee,Ajaccio'.split(',')
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  fr: 'livraison en Corse,facture,question sur un article,retour,panne,réservation,résiliation,horaires,devis,mon compte,demande de renseignements,colis non reçu'.split(
    ',',
  ),
  en: 'delivery to Ireland,bill,question about an item,return,fault,booking,cancellation,opening hours,quote,my account,enquiry,missing parcel'.split(
    ',',
  ),
}
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  fr: 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(','),
  en: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(','),
}

/** Facts of one mail that stay the same all through it. */
export interface Facts {
  readonly language: string
  readonly first: string
  readonly last: string
  readonly agent: string
  readonly brand: string
  readonly domain: string
  readonly subject: string
  readonly reference: string
}

/** Draws the facts of a mail. */
export function drawFacts(language: string, random: Random): Facts {
  const brand = random.pick(BRANDS)
  const subjects = SUBJECTS[language] ?? SUBJECTS['en']!
  const digits = String(1000 + random.below(9_000_000))
  const forms = [digits, `#${digits}`, `REF-${digits}`, `2026-${digits}`, `SR${digits}`, `CAS-${digits}-K7`]
  return {
    language,
    brand,
    first: random.pick(FIRST_NAMES),
    last: random.pick(LAST_NAMES),
    agent: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    domain: `${brand
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}.example`,
    subject: random.pick(subjects),
    reference: random.pick(forms),
  }
}

/** Languages whose numbers, hours and dates are written the French way here; all others the English way. */
export const FRENCH_FORMS: ReadonlySet<string> = new Set(['fr'])

/** The slots of a mail. */
export function slotsOf(facts: Facts, random: Random): Slots {
  const french = FRENCH_FORMS.has(facts.language)
  const day = () => 1 + random.below(28)
  const month = () => random.pick(MONTHS[facts.language] ?? MONTHS['en']!)
  const number = (most: number) => 1 + random.below(most)
  const amount = () => {
    const whole = number(180)
    const cents = random.pick(['', ',90', ',50'])
    return french ? `${whole}${cents} €` : `${random.pick(['£', '€', '$'])}${whole}${cents.replace(',', '.')}`
  }
  return {
    prenom: () => facts.first,
    nom: () => facts.last,
    civ: () => (french ? random.pick(['Madame', 'Monsieur', 'Mme', 'M.']) : random.pick(['Ms', 'Mr', 'Mrs', 'Mx'])),
    agent: () => facts.agent,
    marque: () => facts.brand,
    ref: () => facts.reference,
    num: () => String(1000 + random.below(90_000)),
    sujet: () => facts.subject,
    produit: () => random.pick(THINGS[facts.language] ?? THINGS['en']!),
    ville: () => random.pick(TOWNS),
    date: () =>
      random.pick([
        `${day()} ${month()}`,
        `${day()}/${String(number(12)).padStart(2, '0')}/2026`,
        `${day()} ${month()} 2026`,
        french ? 'lundi' : 'Monday',
      ]),
    heure: () =>
      french
        ? random.pick([`${7 + number(12)} h`, `${7 + number(12)}h30`])
        : random.pick([`${7 + number(4)}am`, `${number(6)}.30pm`, `${8 + number(9)}:00`]),
    delai: () =>
      french
        ? random.pick(['48 heures', '24h', '3 jours ouvrés', 'deux jours', '72 h', 'une semaine', '5 à 7 jours'])
        : random.pick(['48 hours', '24 hours', '3 working days', 'two days', 'a week', '5-7 days', 'one business day']),
    montant: amount,
    pct: () => String(5 * number(14)),
    code: () => String(100_000 + random.below(900_000)),
    url: () =>
      random.pick([
        `https://${facts.domain}/${random.pick(['aide', 'help', 'suivi', 'a/1'])}`,
        `https://www.${facts.domain}`,
        `www.${facts.domain}/faq`,
      ]),
    mail: () =>
      `${random.pick([
        'contact',
        'service',
        'info',
        facts.first
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]/g, ''),
      ])}@${facts.domain}`,
    tel: () =>
      french
        ? random.pick(['09 69 00 00 00', '01 99 00 12 34', '3939', '+33 1 99 00 00 00'])
        : random.pick(['0330 900 0000', '020 7946 0000', '+44 20 7946 0311', '1-800-555-0100']),
  }
}
