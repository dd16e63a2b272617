/** What a command of `replymark` is: usage for the help, and code that is loaded only when it runs. */
import type { Instant } from '../domain/time.js'

/** One option as commander writes it. */
export interface CommandOption {
  /** `--edition <id>`, `--json`, … */
  readonly flags: string
  readonly description: string
  readonly default?: string | boolean
}

/** What the program gives a command beside its words. */
export interface CommandContext {
  /** The program's clock. */
  readonly now: () => Instant
}

/** The body of a command. */
export interface CommandModule {
  /**
   * @param positional arguments in the order of `usage`; a variadic one is an array
   * @param options values by camel-cased option name
   * @param context the program's clock
   * @returns the exit code: 0 done, 1 failed; 3 of `verify` alone: nothing differs, not everything could be computed again
   * @throws ReplymarkError, which becomes exit code 1 or 2
   */
  run(
    positional: readonly unknown[],
    options: Readonly<Record<string, unknown>>,
    context: CommandContext,
  ): Promise<number>
}

/** A command as the registry lists it. */
export interface CommandEntry {
  readonly usage: string
  readonly description: string
  readonly options: readonly CommandOption[]
  load(): Promise<CommandModule>
}
