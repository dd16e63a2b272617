/** Checks that need more than one file: references that lead nowhere, names used twice, templates, patterns, time spans. */
import { composeMail, templateFault } from '../composing/compose-mail.js'
import { purchasePromise } from '../composing/purchase-promise.js'
import { ReplymarkError } from '../domain/error.js'
import { nearest } from './formats.js'
import type { LoadedFiles, LoadedScenario } from './loaded-files.js'
import type { ProblemList } from './problems.js'
import { patternFault } from './regex-safety.js'
import type { YamlFile } from './yaml-file.js'

function reportTwice(
  file: YamlFile<unknown>,
  values: readonly string[],
  pathOf: (index: number) => readonly PropertyKey[],
  what: string,
  problems: ProblemList,
): void {
  for (const [index, value] of values.entries()) {
    if (values.indexOf(value) < index)
      problems.add(file.placeOf(pathOf(index)), `${what} \`${value}\` is used twice`, `give each its own ${what}`)
  }
}

function reportUnknown(
  file: YamlFile<unknown>,
  path: readonly PropertyKey[],
  value: string,
  known: readonly string[],
  what: string,
  problems: ProblemList,
): void {
  if (known.includes(value)) return
  const near = nearest(value, known)
  problems.add(
    file.placeOf(path),
    `${what} \`${value}\` does not exist`,
    near ? `did you mean \`${near}\`?` : `known: ${known.slice(0, 12).join(', ') || 'none'}`,
  )
}

/** A scenario's id, also of a file with other problems, so that it is not reported missing on top; empty where it has none. */
function idOf(scenario: LoadedScenario): string {
  const raw = scenario.raw as { id?: unknown } | undefined
  return scenario.value?.id ?? (typeof raw?.id === 'string' ? raw.id : '')
}

/** Personas: unique, with an account that exists and an address of their own. */
export function checkPersonas({ study, personas }: LoadedFiles, problems: ProblemList): void {
  const list = personas.value?.personas ?? []
  reportTwice(
    personas,
    list.map((persona) => persona.id),
    (index) => ['personas', index, 'id'],
    'persona',
    problems,
  )
  reportTwice(
    personas,
    list.map((persona) => `${persona.localPart}@${persona.account}`),
    (index) => ['personas', index, 'localPart'],
    'address',
    problems,
  )
  if (!study.value) return
  const accounts = study.value.accounts.map((account) => account.id)
  for (const [index, persona] of list.entries())
    reportUnknown(personas, ['personas', index, 'account'], persona.account, accounts, 'account', problems)
}

/** Scenarios: unique, templates that render for every persona, patterns that compile and cannot run long. */
export function checkScenarios(files: LoadedFiles, problems: ProblemList): void {
  const ids = files.scenarios.map(idOf)
  for (const [index, scenario] of files.scenarios.entries()) {
    const { value } = scenario
    if (!value) continue
    if (ids.indexOf(value.id) < index)
      problems.add(scenario.placeOf(['id']), `scenario \`${value.id}\` is used twice`, 'give each scenario its own id')
    reportTwice(
      scenario,
      value.variants.map((variant) => variant.id),
      (at) => ['variants', at, 'id'],
      'variant',
      problems,
    )
    reportTwice(
      scenario,
      value.points.map((point) => point.id),
      (at) => ['points', at, 'id'],
      'point',
      problems,
    )
    checkPoints(scenario, problems)
    checkTemplates(scenario, files, problems)
    if ((value.type === 'follow-up') !== (value.followUp !== null))
      problems.add(
        scenario.placeOf(['type']),
        value.followUp
          ? 'has `followUp` without being of type `follow-up`'
          : 'is of type `follow-up` without `followUp`',
        'write both, or neither',
      )
    if (value.followUp) reportUnknown(scenario, ['followUp', 'of'], value.followUp.of, ids, 'scenario', problems)
    const earlier = files.scenarios.find((one) => one.value?.id === value.followUp?.of)?.value
    if (earlier?.followUp)
      problems.add(
        scenario.placeOf(['followUp', 'of']),
        `\`${earlier.id}\` is a follow-up itself`,
        'let it follow a first e-mail',
      )
  }
}

function checkPoints(scenario: LoadedScenario, problems: ProblemList): void {
  for (const [index, point] of (scenario.value?.points ?? []).entries()) {
    if (point.patterns.length + point.stems.length + (point.phrases ?? []).length === 0)
      problems.add(
        scenario.placeOf(['points', index]),
        `point \`${point.id}\` has no phrases, no pattern and no stems`,
        'write a few phrases with which an answer might say it',
      )
    for (const [place, pattern] of point.patterns.entries()) {
      const fault = patternFault(pattern)
      if (fault) problems.add(scenario.placeOf(['points', index, 'patterns', place]), fault.message, fault.hint)
    }
  }
}

function checkTemplates(scenario: LoadedScenario, { personas, brands }: LoadedFiles, problems: ProblemList): void {
  const { value } = scenario
  if (!value) return
  for (const [index, variant] of value.variants.entries()) {
    let sound = true
    for (const part of ['subject', 'body'] as const) {
      const fault = templateFault(variant[part])
      if (!fault) continue
      sound = false
      problems.add(
        scenario.placeOf(['variants', index, part]),
        `template is wrong: ${fault}`,
        'correct it; templates are Liquid: {{ persona.firstName }}',
      )
    }
    const brand = brands[0]?.brand
    if (!sound || !brand) continue
    for (const persona of personas.value?.personas ?? []) {
      try {
        const mail = composeMail({
          scenario: value,
          variant,
          persona,
          brand,
          earlier: value.followUp ? { subject: 'Question', sentAt: 0 } : null,
        })
        const promise = purchasePromise(`${mail.subject}\n${mail.text}`)
        if (promise === null) continue
        problems.add(
          scenario.placeOf(['variants', index, 'body']),
          `promises to buy: “${promise}” (persona ${persona.id})`,
          'write of interest or ask a question: no mystery e-mail may promise an order (fair play)',
        )
        break
      } catch (error) {
        if (!(error instanceof ReplymarkError)) throw error
        problems.add(
          scenario.placeOf(['variants', index, 'body']),
          `${error.message} (persona ${persona.id})`,
          error.details.hint ?? 'correct it',
        )
        break
      }
    }
  }
}

/** What study.yaml says of the other files: editions, accounts, limits. */
export function checkSeams(files: LoadedFiles, problems: ProblemList): void {
  const { study } = files
  if (!study.value) return
  const { accounts, sectors, limits } = study.value
  reportTwice(
    study,
    sectors.map((sector) => sector.id),
    (index) => ['sectors', index, 'id'],
    'sector',
    problems,
  )
  reportTwice(
    study,
    accounts.map((account) => account.id),
    (index) => ['accounts', index, 'id'],
    'account',
    problems,
  )
  reportTwice(
    study,
    study.value.editions.map((edition) => edition.id),
    (index) => ['editions', index, 'id'],
    'edition',
    problems,
  )
  if (limits.workingHours.from >= limits.workingHours.until)
    problems.add(
      study.placeOf(['limits', 'workingHours']),
      'working hours end before they begin',
      "write from before until, such as '09:00' and '18:00'",
    )
  for (const [index, account] of accounts.entries()) {
    for (const edge of ['smtp', 'imap'] as const) {
      const { host, tls } = account[edge]
      if (tls === 'none' && !/^(?:localhost|127\.|::1$|\[::1\]$)/.test(host))
        problems.add(
          study.placeOf(['accounts', index, edge, 'tls']),
          `\`tls: none\` with ${host}, which is not this machine`,
          'write `implicit` or `starttls`',
        )
    }
  }
  for (const index of study.value.editions.keys()) checkEdition(files, index, problems)
}

function checkEdition(
  { study, personas, scenarios, brands, grids }: LoadedFiles,
  index: number,
  problems: ProblemList,
): void {
  const edition = study.value?.editions[index]
  if (!edition) return
  const at = (...path: PropertyKey[]) => study.placeOf(['editions', index, ...path])
  const known = {
    brands: brands.map((row) => row.brand.id),
    scenarios: scenarios.map(idOf),
    personas: (personas.value?.personas ?? []).map((persona) => persona.id),
  }
  const what = { brands: 'brand', scenarios: 'scenario', personas: 'persona' } as const
  for (const list of ['brands', 'scenarios', 'personas'] as const) {
    // A file that could not be read has been reported; its names are not reported missing on top.
    if (known[list].length === 0) continue
    for (const [place, id] of (edition[list] ?? []).entries()) {
      const path = ['editions', index, list, place]
      reportUnknown(study, path, id, known[list], what[list], problems)
      if (edition[list]?.indexOf(id) !== place)
        problems.add(study.placeOf(path), `${what[list]} \`${id}\` is listed twice`, 'list it once')
    }
  }
  if (grids.length > 0)
    reportUnknown(
      study,
      ['editions', index, 'grid'],
      edition.grid,
      grids.map((grid) => grid.id),
      'grid',
      problems,
    )
  if (edition.sendFrom > edition.sendUntil)
    problems.add(at('sendUntil'), 'is before sendFrom', 'write the last day on which e-mails are sent')
  const chosen = scenarios.flatMap((scenario) =>
    scenario.value && edition.scenarios.includes(scenario.value.id) ? [scenario.value] : [],
  )
  for (const scenario of chosen) {
    if (scenario.followUp && !edition.scenarios.includes(scenario.followUp.of))
      problems.add(
        at('scenarios'),
        `\`${scenario.id}\` follows \`${scenario.followUp.of}\`, which the edition does not send`,
        `add ${scenario.followUp.of}, or take ${scenario.id} out`,
      )
  }
  const asked = new Set(chosen.map((scenario) => scenario.language))
  const measured = brands.filter((row) => edition.brands === undefined || edition.brands.includes(row.brand.id))
  for (const { brand, line } of measured) {
    for (const language of asked) {
      if (!brand.languages.includes(language))
        problems.add(
          { file: 'brands.csv', line },
          `${brand.id} is asked in \`${language}\` in edition ${edition.id}, but its languages are ${brand.languages.join('|')}`,
          `add ${language} to its languages, or leave it out of the edition's brands`,
        )
    }
  }
  const writers = (personas.value?.personas ?? []).filter((persona) => edition.personas?.includes(persona.id) ?? true)
  for (const language of asked) {
    const needed = chosen.filter((scenario) => scenario.language === language && !scenario.followUp).length
    const able = writers.filter((persona) => persona.languages.includes(language)).length
    if (personas.value && able < needed)
      problems.add(
        at('personas'),
        `${able} personas write \`${language}\` for ${needed} scenarios in it, and one never writes twice to a brand`,
        'add personas, or take scenarios out',
      )
  }
}
