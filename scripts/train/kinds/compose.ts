/** Letters of each kind out of sentences by act: what a receipt, an answer, a note of absence … is made of, in many proportions. */
import type { MessageKind } from '../../../src/domain/message.js'
import type { Random } from '../../../src/ranking/random.js'
import { type Slots, say, type Wording } from './wordings.js'

/** A sentence and the act it was drawn from. */
export interface Spoken {
  readonly act: string
  readonly text: string
}

/** `act*2-4`: two to four sentences; `act?`: perhaps one; `a|b`: either. */
const RECIPES: Readonly<Record<string, readonly string[]>> = {
  acknowledgement: [
    'receipt*1-3 promise*0-2 pointer*0-2 automation*0-2',
    'receipt promise*1-2',
    'receipt*1-2 promise pointer*2-5 automation',
    'receipt*2-5 automation*0-1',
    'promise*1-2 automation?',
    'receipt promise pointer*1-3 echo-block',
    'receipt*1-3 echo-block automation?',
    'receipt pointer*1-3',
    'receipt',
    'promise receipt automation pointer?',
    'automation receipt*1-2 promise pointer',
    'apology promise*1-2',
    'thanks promise',
    'promise chat?',
    'promise',
    'receipt promise chat',
    'pointer*3-6 receipt promise',
    'receipt promise promotion?',
  ],
  'out-of-office': ['absence*1-2', 'absence*2-4', 'absence*1-3 automation?', 'absence', 'receipt absence*1-2'],
  challenge: ['challenge*2-5', 'challenge*1-3 automation?', 'receipt challenge*2-3'],
  survey: ['survey*2-6', 'survey*1-3 automation?', 'survey*2-4 pointer?', 'survey survey', 'forwarding survey*1-3'],
  marketing: ['promotion*3-8', 'promotion*2-5 automation?', 'promotion*2-4 pointer?'],
  transactional: [
    'transaction*2-6',
    'transaction*1-4 pointer*0-2 automation?',
    'transaction*1-3 promotion?',
    'transaction',
  ],
  'forwarding-notice': ['forwarding*1-3', 'forwarding automation?', 'forwarding*1-2 pointer?', 'forwarding'],
  'answered-elsewhere': ['elsewhere*1-3', 'elsewhere*1-2 automation?', 'receipt elsewhere*1-2'],
  'reading-receipt': ['reading*1-3'],
  unrelated: ['stranger*1-3', 'stranger', 'stranger*2-4'],
  reply: [
    'answer*1-2',
    'answer*2-4',
    'answer*3-7',
    'thanks answer*1-3 chat',
    'answer question?',
    'question*1-2',
    'thanks question chat?',
    'refusal',
    'refusal*1-2 answer?',
    'thanks refusal chat',
    'receipt answer*1-3 promise?',
    'receipt answer*2-3',
    'answer*1-3 promise',
    'answer*2-3 pointer?',
    'answer*1-3 survey?',
    'apology answer*1-3 chat',
    'answer',
    'promise answer*1-2',
    'answer*1-2 absence?',
    'receipt question promise',
  ],
}

/** What stands before a house's name in a signature. */
const TEAM: Readonly<Record<string, string>> = { fr: 'L’équipe' }

const PERSONAL = new Set<MessageKind>(['reply', 'unrelated'])
const GREETING = /^[^.:;?]{2,40}[,!]$|^Madame|^Dear|^Hel+o|^Bjr/

function chatter(wording: Wording, random: Random, greeting: boolean): string {
  const lines = (wording.sections.get('chatter') ?? []).filter(
    (line, at) => at < 8 === greeting || GREETING.test(line) === greeting,
  )
  const half = greeting ? lines.slice(0, 8) : lines.slice(8)
  return random.pick(half.length > 0 ? half : lines)
}

function drawn(act: string, wording: Wording, slots: Slots, random: Random, used: Set<string>): Spoken {
  const lines = wording.sections.get(act) ?? []
  const fresh = lines.filter((line) => !used.has(line))
  const line = random.pick(fresh.length > 0 ? fresh : lines)
  used.add(line)
  return { act, text: say(line, slots, random) }
}

function step(token: string, wording: Wording, slots: Slots, random: Random, used: Set<string>): Spoken[] {
  if (token === 'echo-block') {
    const heads = (wording.sections.get('echo') ?? []).filter((line) => /:$|ci-dessous|below$/.test(line))
    const said = (wording.sections.get('echo') ?? []).filter((line) => !heads.includes(line))
    return [random.pick(heads), random.pick(said), random.pick(said)].map((line) => ({
      act: 'echo',
      text: say(line, slots, random),
    }))
  }
  if (token === 'thanks' || token === 'apology' || token === 'chat' || token === 'chat?') {
    if (token === 'chat?' && random.below(2) === 0) return []
    return [{ act: 'chatter', text: say(chatter(wording, random, false), slots, random) }]
  }
  if (token.endsWith('?')) return random.below(2) === 0 ? [] : [drawn(token.slice(0, -1), wording, slots, random, used)]
  const range = /^(.+)\*(\d)-(\d)$/.exec(token)
  if (!range) return [drawn(token, wording, slots, random, used)]
  const least = Number(range[2])
  const count = least + random.below(Number(range[3]) - least + 1)
  return Array.from({ length: count }, () => drawn(range[1]!, wording, slots, random, used))
}

/** Paragraphs of one letter: greeting, sentences in one or several paragraphs, closing, and who signs. */
export function composeLetter(
  kind: MessageKind,
  wording: Wording,
  slots: Slots,
  random: Random,
): { readonly text: string; readonly spoken: readonly Spoken[] } {
  const recipe = random.pick(RECIPES[kind] ?? [])
  const used = new Set<string>()
  const spoken = recipe.split(' ').flatMap((token) => step(token, wording, slots, random, used))
  const joint = random.pick([' ', '\n\n', '\n\n', '\n'])
  let body = ''
  for (const { act, text } of spoken) {
    // Labels and buttons stand on lines of their own.
    const alone = !/[.!?…]$/.test(text) || act === 'echo'
    body +=
      body === ''
        ? text
        : alone || body.endsWith(':')
          ? `\n${text}`
          : `${random.below(3) === 0 ? '\n\n' : joint}${text}`
  }
  const machine = !PERSONAL.has(kind)
  const greets = random.below(10) < (machine ? 7 : 8)
  const closes = random.below(10) < (machine ? 6 : 8)
  const greeting = greets ? `${say(chatter(wording, random, true), slots, random)}\n\n` : ''
  const signer = machine
    ? random.pick([
        slots['marque']!(),
        `${TEAM[wording.language] ?? 'The team at'} ${slots['marque']!()}`,
        '',
        slots['agent']!(),
      ])
    : random.pick([
        slots['agent']!(),
        slots['agent']!().split(' ')[0]!,
        `${slots['agent']!()}\n${slots['marque']!()}`,
        '',
      ])
  const closing = closes
    ? `\n\n${say(chatter(wording, random, false), slots, random)}${signer ? `\n${signer}` : ''}`
    : signer
      ? `\n\n${signer}`
      : ''
  return { text: `${greeting}${body}${closing}`, spoken }
}
