/**
 * In what the files of a study differ from what holds of an edition under way. Editing files changes nothing of it: each difference is
 * told, with the command that brings it into force where one may, and why none may where not. Pure.
 */
import type { BrandAddresses, SendingHours } from '../../domain/amendment.js'
import type { Brand } from '../../domain/brand.js'
import type { EditionConfiguration } from '../../domain/configuration.js'
import { canonicalJson } from '../../scoring/canonical-json.js'

/** What `replymark edition amend` brings into force. */
export type AmendableThing = 'brand' | 'persona' | 'send-window' | 'answer-window' | 'hours'

/** One difference between the files and an edition under way. */
export interface PlanDifference {
  /** One sentence without full stop, for people: what the files say and what holds. */
  readonly what: string
  /** What brings it into force; null where nothing does in this edition. */
  readonly amend: { readonly thing: AmendableThing; readonly id: string | null } | null
}

const same = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** Where a brand is written to and answers from. */
export function addressesOf({ contacts, domains }: Brand): BrandAddresses {
  return { contacts, domains }
}

/** Hours of an edition. */
export function hoursOf({ limits }: Pick<EditionConfiguration, 'limits'>): SendingHours {
  const { workingHours, workingDays, holidays } = limits
  return { workingHours, workingDays, holidays }
}

/** Brands of an edition that were not withdrawn, by id. */
function brandsIn({ brands, withdrawn = [] }: EditionConfiguration): ReadonlyMap<string, Brand> {
  return new Map(brands.flatMap((brand) => (withdrawn.includes(brand.id) ? [] : [[brand.id, brand]])))
}

function brandDifferences(inForce: EditionConfiguration, files: EditionConfiguration): PlanDifference[] {
  const now = brandsIn(inForce)
  const wanted = brandsIn(files)
  const withdrawn = new Set(inForce.withdrawn)
  const differences: PlanDifference[] = []
  for (const [id, brand] of wanted) {
    const before = now.get(id)
    if (!before) {
      differences.push(
        withdrawn.has(id)
          ? { what: `brand ${id} was withdrawn and stands in the files`, amend: null }
          : { what: `brand ${id} is in the files and not in the edition`, amend: { thing: 'brand', id } },
      )
      continue
    }
    if (!same(addressesOf(before), addressesOf(brand))) {
      const to = (one: Brand) => one.contacts.map(({ address }) => address).join(', ')
      const what =
        to(before) === to(brand)
          ? `brand ${id} has other departments or domains in the files`
          : `brand ${id} is written to at ${to(before)}; the files say ${to(brand)}`
      differences.push({ what, amend: { thing: 'brand', id } })
    }
    const rest = Object.keys({ ...before, ...brand }).filter(
      (key) => !['contacts', 'domains'].includes(key) && !same(before[key as keyof Brand], brand[key as keyof Brand]),
    )
    if (rest.length > 0)
      differences.push({ what: `brand ${id} has another ${rest.join(', ')} in the files`, amend: null })
  }
  for (const id of now.keys())
    if (!wanted.has(id))
      differences.push({
        what: `brand ${id} is in the edition and no longer in the files`,
        amend: { thing: 'brand', id },
      })
  return differences
}

function personaDifferences(inForce: EditionConfiguration, files: EditionConfiguration): PlanDifference[] {
  const wanted = new Map(files.personas.map((persona) => [persona.id, persona]))
  const writing = inForce.edition.personas
  const known = new Set(inForce.personas.map(({ id }) => id))
  return [
    ...writing
      .filter((id) => !wanted.has(id))
      .map((id): PlanDifference => {
        return {
          what: `persona ${id} writes in the edition and is no longer in the files`,
          amend: { thing: 'persona', id },
        }
      }),
    ...files.personas
      .filter(({ id }) => !known.has(id))
      .map(({ id }): PlanDifference => ({ what: `persona ${id} is in the files and not in the edition`, amend: null })),
    ...inForce.personas
      .filter((persona) => wanted.has(persona.id) && !same(persona, wanted.get(persona.id)))
      .map(({ id }): PlanDifference => ({ what: `persona ${id} is another in the files`, amend: null })),
  ]
}

function windowDifferences(inForce: EditionConfiguration, files: EditionConfiguration): PlanDifference[] {
  const [now, wanted] = [inForce.edition, files.edition]
  const differences: PlanDifference[] = []
  if (now.sendUntil !== wanted.sendUntil)
    differences.push({
      what: `\`sendUntil\` is ${now.sendUntil}; the files say ${wanted.sendUntil}`,
      amend: wanted.sendUntil > now.sendUntil ? { thing: 'send-window', id: null } : null,
    })
  if (now.answerWindowDays !== wanted.answerWindowDays)
    differences.push({
      what: `\`answerWindowDays\` is ${now.answerWindowDays}; the files say ${wanted.answerWindowDays}`,
      amend: wanted.answerWindowDays > now.answerWindowDays ? { thing: 'answer-window', id: null } : null,
    })
  return differences
}

/** Everything else, by the name of its part of the files; it decides marks or the plan, and is not changed once something was sent. */
function otherDifferences(inForce: EditionConfiguration, files: EditionConfiguration): PlanDifference[] {
  const frozen = ({ edition, limits, ...rest }: EditionConfiguration): Readonly<Record<string, unknown>> => {
    const { brands: _b, personas: _p, sendUntil: _s, answerWindowDays: _a, ...ofEdition } = edition
    const { workingHours: _h, workingDays: _d, holidays: _o, optOut: _u, ...ofLimits } = limits
    const { brands: _brands, personas: _personas, withdrawn: _w, planCommitment: _c, ...parts } = rest
    const named = (name: string, part: object) =>
      Object.entries(part).map(([key, value]) => [`${name}.${key}`, value] as const)
    return Object.fromEntries([
      ...named('editions', ofEdition),
      ...named('limits', ofLimits),
      ...Object.entries({ ...parts, grid: parts.grid.hash }),
    ])
  }
  const [now, wanted] = [frozen(inForce), frozen(files)]
  return [...new Set([...Object.keys(now), ...Object.keys(wanted)])]
    .filter((key) => !same(now[key], wanted[key]))
    .map((key): PlanDifference => ({ what: `\`${key}\` is another in the files`, amend: null }))
}

/**
 * Every difference; empty where the edition is what the files say.
 * @param inForce what holds of the edition
 * @param today what the files of today would make of it
 */
export function planDifferences(inForce: EditionConfiguration, today: EditionConfiguration): readonly PlanDifference[] {
  // As it would be stored: what is undefined is not there.
  const files = JSON.parse(JSON.stringify(today)) as EditionConfiguration
  return [
    ...brandDifferences(inForce, files),
    ...personaDifferences(inForce, files),
    ...windowDifferences(inForce, files),
    ...(same(hoursOf(inForce), hoursOf(files))
      ? []
      : [
          {
            what: 'working hours, days or holidays are others in the files',
            amend: { thing: 'hours', id: null },
          } as const,
        ]),
    ...otherDifferences(inForce, files),
  ]
}

/** The command that brings a difference into force; null where none does. */
export function amendCommand(edition: string, { amend }: PlanDifference): string | null {
  if (!amend) return null
  return `replymark edition amend ${[amend.thing, ...(amend.id === null ? [] : [amend.id])].join(' ')} --edition ${edition} --reason "…"`
}
