// Rewrites src/proofreading/french/lexicon/data/word-classes.txt from a French Hunspell dictionary that still carries
// its morphological tags (`po:nom is:mas`, …), such as the one Debian ships as hunspell-fr-classical; the npm package
// dictionary-fr has the same words without tags. Usage: npx tsx scripts/french-word-classes.ts path/to/fr.dic
import { readFileSync, writeFileSync } from 'node:fs'

const [source] = process.argv.slice(2)
if (!source) throw new Error('usage: tsx scripts/french-word-classes.ts path/to/fr.dic')

const groups = new Map<string, string[]>()
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const match = /^([^/\t ]+)(?:\/([^\s(]*))?\S*\s+(po:.*)$/.exec(line)
  if (!match) continue
  const [, word = '', flags = '', tags = ''] = match
  if (/po:(mg|npr|patr|sign|ponc|pfx|sfx|symb|nb|loc|div)\b/.test(tags) || /\d/.test(word)) continue
  const inflection = /^(?:Si)?([A-Z][.=scoe+x])/.exec(flags)?.[1] ?? ''
  const verb = /po:(v\S+)/.exec(tags)?.[1]
  const parts = [...tags.matchAll(/\b(?:po|is):(\S+)/g)].map((found) => found[1])
  const key = verb ? `- ${verb}` : `${inflection || '-'} ${parts.join(' ')}`
  if (verb && !/(er|ir|re|oir|ïr|aire)$/.test(word)) continue
  const list = groups.get(key) ?? []
  list.push(word)
  groups.set(key, list)
}
const lines = [...groups]
  .filter(([key]) => / (nom|adj|adv|prn|v\d|interj)/.test(key))
  .sort(([first], [second]) => (first < second ? -1 : 1))
  .map(([key, words]) => `${key}: ${[...new Set(words)].join(' ')}`)
writeFileSync(
  new URL('../src/proofreading/french/lexicon/data/word-classes.txt', import.meta.url),
  `# Words of the French spelling dictionary “Classique” 7.0 by Olivier R. and contributors (Dicollecte, grammalecte.net),
# by inflection flag and word class. This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
# If a copy of the MPL was not distributed with this file, You can obtain one at http://mozilla.org/MPL/2.0/.
${lines.join('\n')}\n`,
)
