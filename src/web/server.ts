/** Serves the application over HTTP until it is asked to stop; running requests are finished first. */
import { type ServerType, serve } from '@hono/node-server'
import { ReplymarkError } from '../domain/error.js'
import { createApp } from './app.js'
import type { WebDependencies } from './dependencies.js'

/** Milliseconds that running requests get when the server stops; live pages never end by themselves. */
const GRACE_MS = 3000

/** A running server. */
export interface WebServer {
  /** Address it listens on. */
  readonly address: string
  stop(): Promise<void>
}

/**
 * Starts the server.
 * @throws ReplymarkError `unavailable` when the port is taken
 */
export function startWebServer(
  dependencies: WebDependencies,
  listen: { host: string; port: number },
): Promise<WebServer> {
  const app = createApp(dependencies)
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: listen.host, port: listen.port }, ({ port }) => {
      const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host
      resolve({
        address: `http://${host}:${port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped())
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS).unref()
          }),
      })
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        new ReplymarkError(
          'unavailable',
          taken ? `Port ${listen.port} is taken` : `The web server could not start: ${error.message}`,
          {
            place: { thing: `${listen.host}:${listen.port}` },
            hint: 'Choose another port with --port.',
            cause: error,
          },
        ),
      )
    })
  })
}
