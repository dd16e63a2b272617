/**
 * `replymark mark FILE --scenario S.yaml`: marks one answer outside any edition, so that a brand can try its own templates.
 * There is no INTERNALDATE here: a delay is measured to the topmost Received header, else the Date header, and the output says which.
 */

import { extname } from 'node:path'
import { parseIsoMoment, type ReadMoment } from '../../calendar/iso-moment.js'
import { ReplymarkError } from '../../domain/error.js'
import type { MatchDecision } from '../../domain/match.js'
import type { Reading } from '../../domain/message.js'
import { isStudyLanguage, lackOf } from '../../languages/index.js'
import { createProofreader } from '../../proofreading/engines/create-proofreader.js'
import type { Proofreader } from '../../proofreading/proofreader.js'
import { createPdfReader } from '../../queue/pdf-text.js'
import { readHtmlBody, readMessage, readPlainBody } from '../../reading/read-message.js'
import { decodeText } from '../../text/charset.js'
import { NO_HEADER_FACTS, readHeaderFacts } from './mark/header-facts.js'
import { isAnswer, markAnswer, withoutUntimedDelay } from './mark/mark-answer.js'
import {
  brandFrom,
  personaFrom,
  questionLanguage,
  readBrand,
  readBytes,
  readGrid,
  readPersona,
  readScenario,
  splitDisplayName,
} from './mark/read-inputs.js'
import { showAssessment } from './mark/show-assessment.js'

const NO_MATCH: MatchDecision = {
  outcome: 'none',
  probes: [],
  candidates: [],
  reason: 'marked outside any edition: there is no probe to match',
}

function readingOf(file: string, bytes: Buffer): Reading | Promise<Reading> {
  const ending = extname(file).toLowerCase()
  if (ending === '.txt') return readPlainBody(decodeText(bytes, null))
  if (ending === '.html' || ending === '.htm') return readHtmlBody(decodeText(bytes, null))
  return readMessage(bytes, { readDocument: createPdfReader() })
}

function moment(value: unknown): ReadMoment | null {
  if (value === undefined) return null
  const read = parseIsoMoment(String(value))
  if (read) return read
  throw new ReplymarkError('usage', `--sent-at ${String(value)} is not a moment`, {
    hint: 'Write it like 2026-03-02T09:30:00+01:00; without a zone it is read as UTC.',
  })
}

async function proofreaderFor(reading: Reading): Promise<Proofreader | null> {
  if (reading.language === null || !isStudyLanguage(reading.language)) return null
  if (lackOf(reading.language, ['proofreader']).length > 0) return null
  return createProofreader(reading.language, { engine: 'replymark', server: null, tradeWords: [] })
}

/** @throws ReplymarkError `usage` or `configuration` for files that cannot be used */
export async function run(positional: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const file = String(positional[0])
  if (options.scenario === undefined) {
    throw new ReplymarkError('usage', 'mark needs --scenario S.yaml', {
      hint: 'Its points say what a good answer covers.',
    })
  }
  const bytes = await readBytes(file, 'answer')
  const scenario = await readScenario(String(options.scenario))
  const grid = await readGrid(String(options.grid ?? 'replymark'))
  const sent = moment(options.sentAt)
  const sentAt = sent?.instant ?? null
  const reading = await readingOf(file, bytes)
  const bare = /\.(?:txt|html?)$/i.test(file)
  const facts = bare ? NO_HEADER_FACTS : await readHeaderFacts(bytes)
  const persona = options.persona
    ? await readPersona(String(options.persona))
    : personaFrom(splitDisplayName(facts.toName))
  const brand = options.brand ? await readBrand(String(options.brand)) : brandFrom({})
  const proofreader = isAnswer(reading, facts.automatic) ? await proofreaderFor(reading) : null
  try {
    const assessment = await markAnswer({
      name: file,
      reading,
      automatic: facts.automatic,
      receivedAt: facts.receivedAt,
      sentAt,
      scenario: scenario.scenario,
      questionLanguage: questionLanguage(scenario, reading.language),
      persona,
      brand,
      grid,
      proofreader,
    })
    const { assessment: marked, leavesOut } = withoutUntimedDelay(
      assessment,
      grid,
      sentAt !== null && facts.receivedAt !== null,
    )
    const { findings, mark, families, mistakes, words, gridHash } = marked
    const { receivedAt, receivedFrom, receivedZone } = facts
    const received = {
      receivedAt: receivedAt === null ? null : new Date(receivedAt).toISOString(),
      receivedFrom,
      receivedZone,
      sentAt: sent && new Date(sent.instant).toISOString(),
      sentAtZone: sent?.zone ?? null,
    }
    const report = {
      file,
      ...reading,
      ...received,
      match: NO_MATCH,
      findings,
      mark,
      markLeavesOut: leavesOut,
      families,
      mistakes,
      words,
      grid: grid.id,
      gridHash,
      proofreader: assessment.proofreader,
    }
    process.stdout.write(
      options.json
        ? `${JSON.stringify(report)}\n`
        : showAssessment(reading, marked, { ...facts, sentAtZone: sent?.zone ?? null }, leavesOut),
    )
    return 0
  } finally {
    await proofreader?.close()
  }
}
