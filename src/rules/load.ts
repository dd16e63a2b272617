/** Reads rule files from disk: the JSON that the build made of them where it is there, else the YAML itself. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RuleLexicon } from './lexicon.js'
import type { RuleFile } from './rule.js'
import { type PlainRuleFile, readRuleFile, revived } from './rule-file.js'

/** The rule file of that name in a folder; null where there is none. */
export function findRuleFile(folder: URL, name: string): URL | null {
  const url = new URL(`${name}.yaml`, folder)
  return existsSync(fileURLToPath(url)) ? url : null
}

/**
 * Reads the rules of a file.
 * @param url the YAML file; beside it the build puts `<name>.json`, which was checked then
 * @throws ReplymarkError `configuration` naming file and line of every fault
 */
export function loadRuleFile(url: URL, lexicon: RuleLexicon | null = null): RuleFile {
  const path = fileURLToPath(url)
  const built = `${path}.json`
  if (existsSync(built)) return revived(JSON.parse(readFileSync(built, 'utf8')) as PlainRuleFile)
  return readRuleFile(readFileSync(path, 'utf8'), basename(path), lexicon)
}
