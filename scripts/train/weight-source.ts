/** Writes packed weights as a source file that Biome leaves alone. */
import type { PackedModel } from '../../src/learning/weight-text.js'

const LINE = 116

/**
 * The text of a source file.
 * @param training name of the training, for the comment
 * @param more further fields, each line ending in a comma
 */
export function weightSource(training: string, name: string, about: string, model: PackedModel, more = ''): string {
  const lines = model.bytes.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return `/** ${about} Written by \`npm run train -- ${training}\`; not edited. */
// biome-ignore format: written by a program
export const ${name} = {
  classes: ${JSON.stringify(model.classes)},
  buckets: ${model.buckets},
  biases: ${JSON.stringify(model.biases)},
  scales: ${JSON.stringify(model.scales)},${more}
  bytes: [
${lines.map((line) => `    '${line}',`).join('\n')}
  ].join(''),
} as const
`
}
