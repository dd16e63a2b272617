/** The only registry of commands. One line each in the order of DESIGN.md; bodies are loaded on use. */
import type { CommandEntry, CommandOption } from '../command.js'

const json: CommandOption = { flags: '--json', description: 'one JSON object on stdout, nothing else' }

/** Every command. */
export const commands: readonly CommandEntry[] = [
  {
    usage: 'inspect <files...>',
    description: 'reads messages (.eml, or .txt for a bare body) and says what they are',
    options: [json, { flags: '--jsonl', description: 'one JSON object a file' }],
    load: () => import('./inspect.js'),
  },
]
