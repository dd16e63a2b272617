#!/usr/bin/env node
// Checks the run-time, then hands over to the compiled command line.
import { startAsService } from './as-service.js'

const major = Number(process.versions.node.split('.')[0])
if (major < 22) {
  console.error(
    `Replymark needs Node.js 22 or later; this is ${process.version}. Start it by \`npx replymark …\` in its folder, or install a newer Node.js.`,
  )
  process.exit(1)
}
if (['run', 'serve', 'worker'].includes(process.argv[2])) startAsService()
// Keeps compiled code between runs, so that `replymark --help` starts in the time of a bare Node.js.
const { enableCompileCache } = await import('node:module')
enableCompileCache?.()
import('../dist/src/cli/main.js').catch((error) => {
  if (error?.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).includes('/dist/src/cli/main.js')) {
    console.error('Replymark is not built yet. Run `npm run build` in its folder, then try again.')
    process.exit(1)
  }
  throw error
})
