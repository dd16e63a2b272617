/**
 * Own labelled letters and mails of the tests as examples. The rules were written beside them or mended for them, so what rules find
 * in them is not shown to the model; their sentences teach acts where a pattern or the kind tells which.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageKind } from '../../../src/domain/message.js'
import { recogniseActs } from '../../../src/reading/kind/acts/recognise-acts.js'
import type { SpeechAct } from '../../../src/reading/kind/signs/speech-acts.js'
import { examinationMails, rawMail } from '../../../test/accuracy/frame/examination-mails.js'

/** A mail, or a bare letter. */
export interface FixtureMail {
  readonly raw: Buffer | null
  readonly text: string
  readonly kind: MessageKind
  readonly set: string
}

const FOLDER = join(import.meta.dirname, '../../../test/fixtures')
const EXAMINATION = [
  'answers-one',
  'answers-two',
  'automatic',
  'second-set',
  'third-set',
  'fourth-set',
  'fifth-set',
  'sixth-set',
  'seventh-answers',
  'seventh-automatic',
  'eighth-set',
  'ninth-set',
]
const ANSWERS = ['english', 'french-complaints', 'french-questions', 'second-round', 'third-round']
const REPORTS = new Set<MessageKind>(['bounce', 'delay-notice', 'feedback-loop', 'unreadable'])

const rows = <Row>(file: string): Row[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)

/** Every own labelled mail; names of the sets are written into the weights. */
export function fixtureMails(): readonly FixtureMail[] {
  const letters = rows<{ kind: MessageKind; text: string }>('letters.jsonl').map(({ kind, text }) => ({
    raw: null,
    text,
    kind,
    set: 'letters',
  }))
  const mails = rows<{ kind: MessageKind; file: string }>('mails/expected.jsonl').map(({ kind, file }) => ({
    raw: readFileSync(join(FOLDER, 'mails', file)),
    text: '',
    kind,
    set: 'mails',
  }))
  const examined = EXAMINATION.flatMap((set) =>
    examinationMails(`${set}.yaml`)
      .filter(({ holding, or }) => !holding && !or)
      .map((mail) => ({ raw: rawMail(mail), text: mail.text ?? '', kind: (mail.kind ?? 'reply') as MessageKind, set })),
  )
  const answers = ANSWERS.flatMap((set) =>
    rows<{ text: string; labels: { resolution?: string }; points: readonly string[] }>(`answers/${set}.jsonl`)
      // Labelled for what they say: some only confirm and promise, which no longer counts as a reply.
      .filter(({ labels, points }) => labels.resolution === 'resolved' || points.length > 0)
      .map(({ text }) => ({ raw: null, text, kind: 'reply' as const, set })),
  )
  return [...letters, ...mails, ...examined, ...answers].filter(({ kind }) => !REPORTS.has(kind))
}

const SAME: Readonly<Record<string, SpeechAct>> = {
  absence: 'absence',
  challenge: 'challenge',
  survey: 'survey',
  promotion: 'promotion',
  receipt: 'receipt',
  promise: 'promise',
  automation: 'automation',
  'service-information': 'pointer',
  thanks: 'chatter',
  closing: 'chatter',
  greeting: 'chatter',
}

/** Sentences of a letter with their acts, as far as pattern or kind tells them. */
export function fixtureSentences({ text, kind }: FixtureMail): { sentence: string; act: SpeechAct }[] {
  return recogniseActs(text).sentences.flatMap(({ sentence, act }) => {
    const long = sentence.split(/\s+/).length >= 4
    if (act !== null && act !== 'answer') return [{ sentence, act: SAME[act]! }]
    // What no pattern knows in an answer tells something; in a receipt it may be anything.
    return kind === 'reply' && long
      ? [{ sentence, act: /\?\s*$/.test(sentence) ? ('question' as const) : ('answer' as const) }]
      : []
  })
}
