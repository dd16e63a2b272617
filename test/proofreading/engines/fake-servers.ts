/** A server on loopback that speaks LanguageTool's protocol, and can be made to misbehave. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readAll } from 'node:stream/consumers'

/** How the server answers the n-th request, counted from 1: a status, or `hang` to never answer. */
export type Behaviour = (request: number) => number | 'hang' | 'garbage'

/** A running fake. */
export interface FakeServer {
  readonly address: string
  readonly requests: () => number
  close(): Promise<void>
}

/**
 * Answers `/v2/check` as LanguageTool does: each word of `misspelt` is a match of its spelling rule.
 * @param misspelt words it flags
 */
export async function fakeLanguageTool(
  misspelt: readonly string[],
  behave: Behaviour = () => 200,
): Promise<FakeServer> {
  let requests = 0
  const server = createServer((request, response) => {
    void (async () => {
      requests++
      const behaviour = behave(requests)
      const form = new URLSearchParams(await readAll(request))
      if (behaviour === 'hang') return
      if (behaviour === 'garbage') {
        response.end('<html>proxy</html>')
        return
      }
      response.writeHead(behaviour, { 'content-type': 'application/json' })
      response.end(behaviour === 200 ? JSON.stringify(check(form.get('text') ?? '', misspelt)) : 'out of order')
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function check(text: string, misspelt: readonly string[]): unknown {
  const unknown = [...misspelt, 'Nolwennig']
  const pattern = new RegExp(`\\b(?:${unknown.join('|')})\\b`, 'g')
  const matches = [...text.matchAll(pattern)].map((match) => ({
    message: 'Possible spelling mistake found.',
    offset: match.index,
    length: match[0].length,
    replacements: [{ value: 'word' }],
    rule: { id: 'MORFOLOGIK_RULE', issueType: 'misspelling', category: { id: 'TYPOS' } },
  }))
  const style = { id: 'TOO_WORDY', issueType: 'style', category: { id: 'STYLE' } }
  const remark = { message: 'Too wordy.', offset: 0, length: Math.min(1, text.length), replacements: [], rule: style }
  return { software: { name: 'LanguageTool', version: '6.0' }, matches: [...matches, remark] }
}
