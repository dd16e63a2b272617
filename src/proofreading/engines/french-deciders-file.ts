/** Loads the weights of the French deciders from their file among the sources, once and when first asked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReplymarkError } from '../../domain/error.js'
import { decodeWeightFile, type WeightFile } from '../../learning/weight-file.js'
import { FEATURES_VERSION } from '../french/deciders/context-features.js'
import { FrenchDeciders } from '../french/deciders/french-deciders.js'
import { shippedFile } from './shipped-file.js'

/** Name of the weight file and of its table. */
export const DECIDERS_NAME = 'french-deciders'

/** Where the sources keep the weights; training writes there. */
export const DECIDERS_FILE = join('src', 'proofreading', 'french', 'deciders', 'weights', `${DECIDERS_NAME}.weights`)

/** Deciders with the file that they came from. */
export interface LoadedDeciders {
  readonly deciders: FrenchDeciders
  readonly file: WeightFile
}

let loaded: LoadedDeciders | undefined

/**
 * The deciders, read once a process: 30 ms, 8 MB.
 * @throws ReplymarkError `configuration` where the file is missing or of another version
 */
export function loadFrenchDeciders(): LoadedDeciders {
  loaded ??= open(weightsPath())
  return loaded
}

function open(path: string): LoadedDeciders {
  const file = decodeWeightFile(readFileSync(path), FEATURES_VERSION, path)
  const table = file.tables.get('choices')
  if (!table)
    throw new ReplymarkError('configuration', `The weight file ${path} has no table “choices”.`, {
      hint: 'Restore it from the repository, or train it anew with npm run train -- proofreading.',
    })
  return { deciders: new FrenchDeciders(table), file }
}

function weightsPath(): string {
  const path = shippedFile(DECIDERS_FILE)
  if (path !== null) return path
  throw new ReplymarkError('configuration', `The weight file ${DECIDERS_FILE} is missing.`, {
    hint: 'Restore it from the repository, or train it anew with npm run train -- proofreading.',
  })
}
