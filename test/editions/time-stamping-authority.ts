/** A time-stamping authority on loopback: OpenSSL makes its tokens, so that what is read was not written by what reads it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An authority, and what it was asked. */
export interface Authority {
  readonly url: string
  /** Certificate with which `openssl ts -verify` checks its tokens, PEM file. */
  readonly certificate: string
  readonly requests: Buffer[]
  /** Answers with these bytes from now on; null: as it should. */
  answerWith(answer: { readonly status: number; readonly body: Buffer } | null): void
  /** What OpenSSL says of a token for some bytes: `Verification: OK` or why not. */
  verify(token: Uint8Array, stamped: Uint8Array): string
  stop(): Promise<void>
}

const CONFIGURATION = `
[req]
distinguished_name = name
[name]
[certificate]
extendedKeyUsage = critical,timeStamping
[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
`

/** Starts one. */
export async function startAuthority(): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-authority-'))
  const file = (name: string) => join(folder, name)
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  writeFileSync(file('tsa.cnf'), CONFIGURATION)
  writeFileSync(file('serial'), '01')
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'certificate.pem'],
    ...['-subj', '/CN=Authority of a test', '-days', '36500', '-config', 'tsa.cnf', '-extensions', 'certificate'],
  )
  const requests: Buffer[] = []
  let fixed: { readonly status: number; readonly body: Buffer } | null = null
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      requests.push(body)
      if (fixed) {
        response.writeHead(fixed.status).end(fixed.body)
        return
      }
      writeFileSync(file('request.tsq'), body)
      openssl(
        ...['ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa', '-queryfile', 'request.tsq'],
        ...['-signer', 'certificate.pem', '-inkey', 'key.pem', '-out', 'answer.tsr'],
      )
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(readFileSync(file('answer.tsr')))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    certificate: file('certificate.pem'),
    requests,
    answerWith: (answer) => {
      fixed = answer
    },
    verify(token, stamped) {
      writeFileSync(file('token.tst'), token)
      writeFileSync(file('stamped'), stamped)
      try {
        const words = [
          'ts',
          '-verify',
          '-data',
          'stamped',
          '-in',
          'token.tst',
          '-token_in',
          '-CAfile',
          'certificate.pem',
        ]
        return String(openssl(...words)).trim()
      } catch (error) {
        return String((error as { readonly stderr?: Buffer }).stderr ?? error)
      }
    },
    async stop() {
      await new Promise((closed) => server.close(closed))
      rmSync(folder, { recursive: true })
    },
  }
}
