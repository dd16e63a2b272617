/** What is frozen with an edition when it is planned: all of the study that decides its figures. */
import type { EditionConfiguration } from '../domain/configuration.js'
import type { Edition } from '../domain/edition.js'
import { ReplymarkError } from '../domain/error.js'
import type { Study } from '../domain/study.js'

/**
 * An edition of a study.
 * @param id as given on the command line; undefined where none was
 * @throws ReplymarkError `usage` naming the editions there are
 */
export function editionOf(study: Study, id: unknown): Edition {
  if (id === undefined)
    throw new ReplymarkError('usage', 'Which edition?', {
      hint: `Add --edition; the study has: ${study.editions.map((one) => one.id).join(', ')}.`,
    })
  const edition = study.editions.find((one) => one.id === id)
  if (edition) return edition
  throw new ReplymarkError('usage', `Edition ${String(id)} is not in study.yaml`, {
    place: { file: 'study.yaml' },
    hint: `It has: ${study.editions.map((one) => one.id).join(', ')}.`,
  })
}

/**
 * The resolved configuration of one edition.
 * @param planCommitment hash of the plan's secret
 */
export function editionConfiguration(study: Study, edition: Edition, planCommitment: string): EditionConfiguration {
  const grid = study.grids.find((one) => one.id === edition.grid)
  if (!grid)
    throw new ReplymarkError('configuration', `Grid ${edition.grid} is not in the study`, {
      hint: 'Run `replymark check`.',
    })
  return {
    study: { id: study.id, title: study.title, operator: study.operator, languages: study.languages },
    edition,
    sectors: study.sectors,
    brands: study.brands.filter((brand) => edition.brands.includes(brand.id)),
    personas: study.personas.filter((persona) => edition.personas.includes(persona.id)),
    scenarios: study.scenarios.filter((scenario) => edition.scenarios.includes(scenario.id)),
    grid,
    limits: study.limits,
    proofreading: study.proofreading,
    helpDeskDomains: study.helpDeskDomains,
    answers: study.answers,
    reviews: study.reviews,
    retentionDays: study.retentionDays,
    planCommitment,
  }
}
