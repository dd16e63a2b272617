/** `npm run train -- NAME`: learns the weights of one model anew from the text that it names, the same bytes each time, and writes its file. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

interface Training {
  train(): Promise<void> | void
}

const [name = ''] = process.argv.slice(2)
const file = join(import.meta.dirname, 'train', name, 'train.ts')
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write(
    `There is no training “${name}”. Say one of the folders of scripts/train, for example: npm run train -- proofreading\n`,
  )
  process.exitCode = 2
} else {
  await ((await import(file)) as Training).train()
}
