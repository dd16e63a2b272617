/** What the files of a study hold before they are checked against each other. */
import type { Grid } from '../domain/grid.js'
import type { readBrands } from './brands-file.js'
import type { PersonasFile, ScenarioFile, StudyFile } from './schema.js'
import type { YamlFile } from './yaml-file.js'

/** A scenario file with where its parts stand. */
export interface LoadedScenario extends YamlFile<ScenarioFile> {
  readonly shown: string
}

/** What was read, as far as it could be. */
export interface LoadedFiles {
  readonly study: YamlFile<StudyFile>
  readonly personas: YamlFile<PersonasFile>
  readonly scenarios: readonly LoadedScenario[]
  readonly brands: ReturnType<typeof readBrands>
  readonly grids: readonly Grid[]
}
