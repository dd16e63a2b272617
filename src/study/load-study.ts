/** Loads a study folder and checks all of it; every problem is reported at once, with file, line and what to write instead. */

import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Study } from '../domain/study.js'
import { ageGroup } from '../ranking/outcomes.js'
import { readBrands } from './brands-file.js'
import { checkPersonas, checkScenarios, checkSeams } from './cross-checks.js'
import { editionsOf } from './editions.js'
import { readGrids } from './grids.js'
import type { LoadedFiles } from './loaded-files.js'
import { ProblemList } from './problems.js'
import { personasSchema, scenarioSchema, studySchema } from './schema.js'
import { readBytes, readYamlFile } from './yaml-file.js'

/**
 * Loads `study.yaml`, `brands.csv`, `personas.yaml`, `scenarios/*.yaml` and `grids/*.yaml` of a folder.
 * @param environment `REPLYMARK_DATA_FOLDER`, where set, replaces the data folder of `study.yaml`; secrets are not read here
 * @throws ReplymarkError `configuration` with every problem found
 */
export async function loadStudy(folder: string, environment: Record<string, string | undefined>): Promise<Study> {
  const root = resolve(folder)
  const problems = new ProblemList()
  if (!existsSync(join(root, 'study.yaml'))) {
    problems.add({ file: join(folder, 'study.yaml') }, 'is missing', `create a study by \`replymark init ${folder}\``)
    problems.throwIfAny(folder)
  }
  const study = readYamlFile(join(root, 'study.yaml'), 'study.yaml', studySchema, problems)
  const personas = readYamlFile(join(root, 'personas.yaml'), 'personas.yaml', personasSchema, problems)
  const scenarios = yamlFilesIn(root, 'scenarios').map((shown) => ({
    shown,
    ...readYamlFile(join(root, shown), shown, scenarioSchema, problems),
  }))
  if (scenarios.length === 0) problems.add({ file: 'scenarios' }, 'has no scenario', 'write one .yaml file a scenario')
  const grids = readGrids(root, yamlFilesIn(root, 'grids'), problems)
  const bytes = readBytes(join(root, 'brands.csv'), 'brands.csv', problems)
  const sectors = study.value?.sectors.map((sector) => sector.id) ?? null
  const brands = bytes === null ? [] : readBrands(bytes, 'brands.csv', sectors, problems)
  const files: LoadedFiles = { study, personas, scenarios, brands, grids }
  checkPersonas(files, problems)
  checkScenarios(files, problems)
  checkSeams(files, problems)
  problems.throwIfAny(folder)
  if (!study.value || !personas.value) throw new TypeError('a study without problems has values')
  const { editions: _configured, dataFolder, ...settings } = study.value
  return {
    ...settings,
    folder: root,
    dataFolder: resolve(root, environment.REPLYMARK_DATA_FOLDER || dataFolder),
    brands: brands.map((row) => row.brand),
    personas: personas.value.personas.map((persona) => ({
      ...persona,
      attributes: { ...persona.attributes, gender: persona.gender, 'age-group': ageGroup(persona.age) },
    })),
    scenarios: scenarios.flatMap((scenario) => scenario.value ?? []),
    grids,
    editions: editionsOf(files),
  }
}

function yamlFilesIn(root: string, folder: string): readonly string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name))
}
