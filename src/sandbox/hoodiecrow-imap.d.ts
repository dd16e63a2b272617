/** The part of hoodiecrow-imap that the sandbox uses; the package has no types of its own. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface ImapServer {
    readonly server: Server
    listen(port: number, host: string): void
    close(done: () => void): void
    appendMessage(path: string, flags: readonly string[], internalDate: Date, raw: string): void
  }

  export default function hoodiecrow(options: {
    readonly plugins: readonly string[]
    readonly users: Readonly<Record<string, { readonly password: string }>>
    readonly storage: object
  }): ImapServer
}
