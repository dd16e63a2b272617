/** Writes the methodology page of one language from the criteria, the grids, the code's constants and a prose template without figures of its own. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { criteria, criterionById } from '../../src/criteria/index.js'
import type { CriterionFamily } from '../../src/domain/finding.js'
import type { Grid } from '../../src/domain/grid.js'
import type { StudyLanguage } from '../../src/domain/language.js'
import { RANK_RULE } from '../../src/domain/rank-rule.js'
import { inLanguage, languagePack, reasonIn, textIn } from '../../src/languages/index.js'
import { CLUE_CONFIDENCE, CLUES_BY_STRENGTH } from '../../src/matching/clues.js'
import { INDEX_PRECISION } from '../../src/ranking/competition-rank.js'
import { EQUAL_TREATMENT_LEVEL, SECTOR_LEVEL, SMALLEST_EFFECT } from '../../src/ranking/equal-treatment.js'
import { DEFAULT_DRAWS } from '../../src/ranking/standings.js'
import { READING_VERSION } from '../../src/reading/version.js'
import { resolveGrid } from '../../src/scoring/grid.js'
import { studySchema } from '../../src/study/schema.js'

const ROOT = join(import.meta.dirname, '../..')

const FAMILY: Readonly<Record<StudyLanguage, Readonly<Record<CriterionFamily, string>>>> = {
  fr: { responsiveness: 'Réactivité', 'answer-quality': 'Qualité de la réponse', welcome: 'Accueil' },
  en: { responsiveness: 'Responsiveness', 'answer-quality': 'Answer quality', welcome: 'Welcome' },
}

const WORDS = {
  fr: {
    why: 'Pourquoi',
    method: 'Méthode',
    defaults: 'Réglages par défaut',
    none: 'aucun',
    version: 'version',
    lifecycle: { experimental: 'à l’essai', stable: 'stable', deprecated: 'abandonné' },
    head: ['Critère', 'Points', 'Réglages', 'Sans objet / non disponible', 'Raison (texte de la grille)'],
    shown: 'montré, non compté',
    points: 'points',
    confidence: 'confiance',
    byCase: 'selon le cas',
    hash: 'Empreinte',
  },
  en: {
    why: 'Why',
    method: 'Method',
    defaults: 'Default options',
    none: 'none',
    version: 'version',
    lifecycle: { experimental: 'experimental', stable: 'stable', deprecated: 'deprecated' },
    head: ['Criterion', 'Points', 'Options', 'Not applicable / not available', 'Reason'],
    shown: 'shown, not counted',
    points: 'points',
    confidence: 'confidence',
    byCase: 'by case',
    hash: 'Hash',
  },
} as const

function figure(value: number, language: StudyLanguage): string {
  return new Intl.NumberFormat(languagePack(language).formats.locale, { maximumFractionDigits: 3 }).format(value)
}

function optionsInWords(options: object, none: string): string {
  const entries = Object.entries(options)
  return entries.length === 0 ? none : entries.map(([name, value]) => `\`${name}: ${value}\``).join(', ')
}

function criteriaPart(language: StudyLanguage): string {
  const words = inLanguage(WORDS, language)
  const families = [...new Set(criteria.map(({ meta }) => meta.family))]
  return families
    .flatMap((family) => [
      `### ${inLanguage(FAMILY, language)[family]}`,
      ...criteria
        .filter(({ meta }) => meta.family === family)
        .map(({ meta, defaults }) =>
          [
            `#### \`${meta.id}\`: ${textIn(meta.title, language)} (${words.version} ${meta.version}, ${words.lifecycle[meta.lifecycle]})`,
            textIn(meta.description, language),
            `- ${words.why}: ${textIn(meta.why, language)}`,
            `- ${words.method}: ${textIn(meta.method, language)}`,
            `- ${words.defaults}: ${optionsInWords(defaults, words.none)}.`,
          ].join('\n'),
        ),
    ])
    .join('\n\n')
    .replaceAll(`${words.why}:`, inLanguage({ fr: `${words.why} :`, en: `${words.why}:` }, language))
    .replaceAll(`${words.method}:`, inLanguage({ fr: `${words.method} :`, en: `${words.method}:` }, language))
    .replaceAll(`${words.defaults}:`, inLanguage({ fr: `${words.defaults} :`, en: `${words.defaults}:` }, language))
}

/** The grids that ship with the program, resolved, in the order of their files. */
function shippedGrids(): Grid[] {
  const folder = join(ROOT, 'config/grids')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => resolveGrid(parse(readFileSync(join(folder, file), 'utf8')), criterionById))
}

function gridPart(grid: Grid, language: StudyLanguage): string {
  const words = inLanguage(WORDS, language)
  const rows = grid.families.flatMap((family) => {
    const sum = family.criteria.reduce((total, { weight }) => total + weight, 0)
    return family.criteria.map((criterion) => {
      const share = criterion.weight === 0 ? words.shown : figure((family.weight * criterion.weight) / sum, language)
      const missing = `${criterion.notApplicable} / ${criterion.notAvailable}`
      return `| \`${criterion.id}\` | ${share} | ${optionsInWords(criterion.options, words.none)} | ${missing} | ${reasonIn(criterion.because, language)} |`
    })
  })
  return [
    `### ${textIn(grid.title, language)} (\`${grid.id}\`, ${words.version} ${grid.version})`,
    grid.families
      .map(
        (family) =>
          `- ${inLanguage(FAMILY, language)[family.id]}: ${figure(family.weight, language)} ${words.points}; ${reasonIn(family.because, language)}`,
      )
      .join('\n'),
    [`| ${words.head.join(' | ')} |`, `| ${words.head.map(() => '---').join(' | ')} |`, ...rows].join('\n'),
    `${words.hash}: \`${grid.hash}\``,
  ].join('\n\n')
}

function cluesPart(language: StudyLanguage): string {
  const known: Readonly<Record<string, number>> = CLUE_CONFIDENCE
  return CLUES_BY_STRENGTH.map((clue) => {
    const confidence = known[clue]
    const said = confidence === undefined ? inLanguage(WORDS, language).byCase : figure(confidence, language)
    return `- \`${clue}\` (${inLanguage(WORDS, language).confidence} ${said})`
  }).join('\n')
}

function placeholders(language: StudyLanguage): Readonly<Record<string, string>> {
  const limits = studySchema.shape.limits.parse(undefined)
  const window = studySchema.shape.editions.element.shape.answerWindowDays.parse(undefined)
  const { from, until } = limits.workingHours
  return {
    'working hours': `${from}–${until}`,
    gap: figure(limits.minGapDays, language),
    'per brand': figure(limits.perBrand, language),
    'per brand period': figure(limits.perBrandPeriodDays, language),
    'per domain': figure(limits.perDomainPerHour, language),
    window: figure(window, language),
    'reading version': String(READING_VERSION),
    clues: cluesPart(language),
    criteria: criteriaPart(language),
    grids: shippedGrids()
      .map((grid) => gridPart(grid, language))
      .join('\n\n'),
    draws: figure(DEFAULT_DRAWS, language),
    precision: figure(INDEX_PRECISION, language),
    'rank rule': textIn(RANK_RULE, language),
    'equal treatment level': figure(EQUAL_TREATMENT_LEVEL, language),
    'sector level': figure(SECTOR_LEVEL, language),
    'smallest effect': figure(SMALLEST_EFFECT, language),
  }
}

/** Path of a language's prose template. */
export function templatePath(language: StudyLanguage): string {
  return join(import.meta.dirname, `methodology.${language}.md`)
}

/** Path of a language's generated page. */
export function pagePath(language: StudyLanguage): string {
  return join(ROOT, 'docs', `methodology.${language}.md`)
}

/**
 * The page as it should stand in docs/.
 * @throws Error when the template names something unknown
 */
export function methodologyPage(language: StudyLanguage): string {
  const values = placeholders(language)
  return readFileSync(templatePath(language), 'utf8').replace(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${templatePath(language)} names {{${name}}}, which nothing gives`)
    return value
  })
}
