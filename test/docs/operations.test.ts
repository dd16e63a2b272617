/** docs/operations.md names every variable that the program reads from its environment, and none that it does not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'

const PAGE = readFileSync('docs/operations.md', 'utf8')

/** The rows of the table of variables. */
function tableRows(): string {
  const section = PAGE.slice(PAGE.indexOf('## Variables'))
  return section.slice(0, section.indexOf('\n## ')).replace(/^(?!\|).*$/gm, '')
}

/** Sources by path. */
const sources = new Map(
  ['src', 'reports', 'jobs', 'bin']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => /\.(?:tsx?|js)$/.test(file))
    .map((file) => [file, readFileSync(file, 'utf8')]),
)

/** Names that appear in sources: our own wherever they stand, others where they are read from the environment. */
const inSources = new Set(
  [...sources.values()].flatMap((text) => [
    ...(text.match(/\bREPLYMARK_[A-Z_]*[A-Z]\b/g) ?? []),
    ...[...text.matchAll(/\benv(?:ironment)?(?:\.|\[['"])([A-Z][A-Z0-9_]+)\b/g)].map(([, name]) => name!),
  ]),
)

describe('the table of variables', () => {
  const table = tableRows()

  it('has every name that the sources read', () => {
    expect(inSources.size).toBeGreaterThan(5)
    expect([...inSources].filter((name) => !table.includes(`\`${name}\``))).toEqual([])
  })

  it('has no name that nothing reads', () => {
    const example = readFileSync('config/study.yaml', 'utf8')
    const named = [...table.matchAll(/`((?:REPLYMARK_|NO_)[A-Z_]+)`/g)].map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !inSources.has(name) && !example.includes(name))).toEqual([])
  })

  it('covers every place where a name is computed: each such place is known here', () => {
    const computed = [...sources].flatMap(([file, text]) =>
      [...text.matchAll(/\benv(?:ironment)?\[(?!['"])([^\]]+)\]/g)].map(([, expression]) => `${file}: ${expression}`),
    )
    expect(computed.toSorted()).toEqual([
      'src/app/publish-site.ts: SIGNING_KEY_VARIABLE',
      'src/app/publish-site.ts: TIMESTAMP_VARIABLE',
      'src/app/service.ts: account.dkim.keyFileVariable',
      'src/cli/commands/user.ts: PASSWORD_VARIABLE',
      'src/ledger/ledger.ts: EVIDENCE_KEY_VARIABLE',
      `src/mail/credentials.ts: \`\${variable}_FILE\``,
      'src/mail/credentials.ts: variable',
      'src/web/accounts/web-secret.ts: WEB_SECRET_VARIABLE',
    ])
    for (const place of ['passwordVariable', 'keyFileVariable', '_FILE']) expect(table).toContain(place)
  })
})

describe('the page of operations', () => {
  it('names only commands that exist', () => {
    const known = new Set(commands.map(({ usage }) => usage.split(' ')[0]))
    const named = [...PAGE.matchAll(/(?:`|^)replymark ([a-z]+)/gm)].map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})
