/** The command line's entry: registers every command lazily, so that `--help` loads none of them. */
import { Command } from 'commander'
import { commands } from './commands/index.js'
import { reportFailure } from './failure.js'

// Whatever this program writes is for its user alone: letters, marks under embargo, invented identities.
process.umask(0o077)

const program = new Command('replymark')
  .description('Measures how well brands answer their customers by e-mail.')
  .version('0.1.0')
  .showHelpAfterError('(replymark --help lists the commands)')
  .exitOverride()

for (const command of commands) {
  const registered = program.command(command.usage).description(command.description)
  for (const option of command.options) registered.option(option.flags, option.description, option.default)
  registered.action(async (...received: unknown[]) => {
    const options = received.at(-2) as Record<string, unknown>
    const positional = received.slice(0, -2)
    const { run } = await command.load()
    process.exitCode = await run(positional, options, { now: Date.now })
  })
}

try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = reportFailure(error, process.argv.includes('--json'))
}
