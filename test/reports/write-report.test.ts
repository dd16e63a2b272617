/** Files of a report are written into their folder and nowhere else, whatever they are called. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFiles } from '../../reports/write-report.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (path: string) => ({ path, contentType: 'text/plain', content: 'x' })

describe('files of a report', () => {
  it('are written into folders of their own', async () => {
    await writeFiles([file('fr/index.html'), file('data/standings.csv')], join(folder, 'out'))
    expect(readFileSync(join(folder, 'out/fr/index.html'), 'utf8')).toBe('x')
    expect(existsSync(join(folder, 'out/data/standings.csv'))).toBe(true)
  })

  it.each([
    '../x.html',
    'fr/../../x.html',
    '/x.html',
    'brand-../../../x.html',
    'x\0.html',
    '..',
    '.',
    '',
  ])('are not written at all where one is called %j', async (path) => {
    await expect(writeFiles([file('good.html'), file(path)], join(folder, 'out'))).rejects.toThrow('leads out')
    expect(readdirSync(folder)).toEqual([])
  })
})
