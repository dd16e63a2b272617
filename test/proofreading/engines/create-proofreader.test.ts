/** Every engine keeps the contract; wrong settings and dead servers are told clearly, and no engine is ever replaced. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReplymarkError } from '../../../src/domain/error.js'
import { createProofreader } from '../../../src/proofreading/engines/create-proofreader.js'
import { createLanguageToolEngine } from '../../../src/proofreading/engines/languagetool.js'
import { proofreaderContract } from '../../contracts/proofreader.js'
import { type FakeServer, fakeLanguageTool } from './fake-servers.js'

const local = { server: null, tradeWords: [] }
const hasty = { timeoutMs: 200, attempts: 2, backOffMs: 1 }

async function failure(promise: Promise<unknown>): Promise<ReplymarkError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ReplymarkError)
  return error as ReplymarkError
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

describe('engine replymark, French', () => {
  proofreaderContract({
    language: 'fr',
    misspelt: 'remboursemment',
    open: () => createProofreader('fr', { ...local, engine: 'replymark' }),
  })
})

describe('engine replymark, English', () => {
  proofreaderContract({
    language: 'en',
    misspelt: 'recieve',
    open: () => createProofreader('en', { ...local, engine: 'replymark' }),
  })
})

describe('engine hunspell, French', () => {
  proofreaderContract({
    language: 'fr',
    misspelt: 'remboursemment',
    open: () => createProofreader('fr', { ...local, engine: 'hunspell' }),
  })
})

describe('engine hunspell, English', () => {
  proofreaderContract({
    language: 'en',
    misspelt: 'recieve',
    open: () => createProofreader('en', { ...local, engine: 'hunspell' }),
  })
})

describe.each([
  ['fr', 'remboursemment'],
  ['en', 'recieve'],
] as const)('engine languagetool over a server of its protocol, %s', (language, misspelt) => {
  let server: FakeServer
  beforeAll(async () => {
    server = await fakeLanguageTool([misspelt])
  })
  afterAll(() => server.close())
  proofreaderContract({
    language,
    misspelt,
    open: () => createProofreader(language, { engine: 'languagetool', server: server.address, tradeWords: [] }),
  })
})

const installed = spawnSync('grammalecte-server', ['--help']).status === 0
if (!installed)
  console.warn('grammalecte-server is not installed: the engine grammalecte is tested for its failures only')
if (installed) {
  describe('engine grammalecte over its own server', () => {
    let server: ChildProcess
    let address = ''
    beforeAll(async () => {
      const port = await freePort()
      address = `http://127.0.0.1:${port}`
      server = spawn('grammalecte-server', ['-ht', '127.0.0.1', '-p', String(port), '-mp', '1'], {
        stdio: 'ignore',
        detached: true,
      })
      const patient = { timeoutMs: 5_000, attempts: 8, backOffMs: 250 }
      const { createGrammalecteEngine } = await import('../../../src/proofreading/engines/grammalecte.js')
      await createGrammalecteEngine(address, { tradeWords: [], patience: patient })
    })
    afterAll(() => {
      // The server keeps worker processes of its own: its whole group ends.
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL')
    })
    proofreaderContract({
      language: 'fr',
      misspelt: 'remboursemment',
      open: () => createProofreader('fr', { engine: 'grammalecte', server: address, tradeWords: [] }),
    })
  })
}

describe('settings that cannot work', () => {
  it('names the engines when the one asked for does not exist', async () => {
    const error = await failure(createProofreader('fr', { ...local, engine: 'antidote' }))
    expect(error.code).toBe('configuration')
    expect(error.details.hint).toContain('replymark, hunspell, languagetool, grammalecte')
  })

  it('refuses an engine named like a property of every object', async () => {
    expect((await failure(createProofreader('fr', { ...local, engine: 'constructor' }))).code).toBe('configuration')
  })

  it('asks for the address of a server engine', async () => {
    const error = await failure(createProofreader('fr', { ...local, engine: 'languagetool' }))
    expect([error.code, error.message]).toEqual([
      'configuration',
      'The engine languagetool needs the address of its server.',
    ])
  })

  it('refuses an address that is none', async () => {
    const error = await failure(
      createProofreader('fr', { engine: 'grammalecte', server: 'localhost:8080', tradeWords: [] }),
    )
    expect(error.code).toBe('configuration')
  })

  it('refuses Grammalecte for English', async () => {
    const error = await failure(createProofreader('en', { engine: 'grammalecte', server: 'http://x', tradeWords: [] }))
    expect(error.message).toBe('The engine grammalecte does not read English.')
  })
})

describe('servers that fail', () => {
  it('says unavailable, with the address, when nothing listens', async () => {
    const address = `http://127.0.0.1:${await freePort()}`
    const error = await failure(createLanguageToolEngine('fr', address, { tradeWords: [], patience: hasty }))
    expect(error.code).toBe('unavailable')
    expect(error.message).toContain(address)
    expect(error.message).toContain('ECONNREFUSED')
  })

  it('gives up on a server that never answers, after the time allowed', async () => {
    const server = await fakeLanguageTool([], () => 'hang')
    const error = await failure(createLanguageToolEngine('fr', server.address, { tradeWords: [], patience: hasty }))
    expect([error.code, error.message.includes('no answer within 0.2 s'), server.requests()]).toEqual([
      'unavailable',
      true,
      2,
    ])
    await server.close()
  })

  it('tries again after a passing failure', async () => {
    const server = await fakeLanguageTool(['xyz'], (request) => (request === 1 ? 503 : 200))
    const engine = await createLanguageToolEngine('fr', server.address, { tradeWords: [], patience: hasty })
    expect(await engine.proofread('un xyz')).toHaveLength(1)
    expect(server.requests()).toBe(3)
    await server.close()
  })

  it('does not try again after a refusal', async () => {
    const server = await fakeLanguageTool([], () => 403)
    const error = await failure(createLanguageToolEngine('fr', server.address, { tradeWords: [], patience: hasty }))
    expect([error.code, server.requests()]).toEqual(['unavailable', 1])
    await server.close()
  })

  it('says unavailable when the answer is not of the protocol', async () => {
    const server = await fakeLanguageTool([], () => 'garbage')
    const error = await failure(createLanguageToolEngine('fr', server.address, { tradeWords: [], patience: hasty }))
    expect([error.code, error.message.includes('not JSON')]).toEqual(['unavailable', true])
    await server.close()
  })

  it('fails in the middle of an edition rather than read with another engine', async () => {
    const server = await fakeLanguageTool([])
    const engine = await createLanguageToolEngine('fr', server.address, { tradeWords: [], patience: hasty })
    await server.close()
    expect((await failure(engine.proofread('Bonjour.'))).code).toBe('unavailable')
  })

  it('accepts British spelling that the server, asked for American English, flags', async () => {
    const server = await fakeLanguageTool(['colour', 'colr'])
    const engine = await createLanguageToolEngine('en', server.address, { tradeWords: [], patience: hasty })
    expect((await engine.proofread('The colour is a colr.')).map(({ text }) => text)).toEqual(['colr'])
    await server.close()
  })
})
