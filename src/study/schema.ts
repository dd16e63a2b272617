/** Schemas of `study.yaml`, `personas.yaml` and `scenarios/*.yaml`: one zod schema gives validation, defaults and types. */

import { z } from 'zod'
import { parseIsoMoment } from '../calendar/iso-moment.js'
import type { StudyLanguage } from '../domain/language.js'
import { DEFAULT_REVIEWS_PER_100 } from '../domain/study.js'
import { languagePack, studyLanguages, toldLanguages } from '../languages/index.js'
import { isCalendarDay, isDomain, isIdentifier, isLocalPart, isOneLine, isTimeOfDay } from './formats.js'

/** A text that must pass a check; `hint` says what to write instead. */
function text(check: (value: string) => boolean, message: string, hint: string) {
  return z.string().refine(check, { message, params: { hint } })
}

const identifier = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine(isIdentifier, {
    message: 'is not an identifier',
    params: { hint: 'write lower-case letters, digits and single hyphens, such as `hand-cream`' },
  })
const line = text(
  (value) => value.trim() !== '' && value.length <= 300 && isOneLine(value),
  'is empty, too long, or not on one line',
  'write one line of 1 to 300 characters',
)
const block = text(
  (value) => value.trim() !== '' && value.length <= 20_000,
  'is empty or over 20 000 characters',
  'write the text',
)
const domain = text(
  isDomain,
  'is not a domain',
  'write it in lower case without protocol or path, such as `courrier.example`',
)
const day = text(isCalendarDay, 'is not a day that exists', 'write it as YYYY-MM-DD, such as 2026-03-02')
const timeOfDay = text(isTimeOfDay, 'is not a time of day', "write it as 'HH:MM' between quotes, such as '09:00'")
const variableName = text(
  (value) => /^[A-Z][A-Z0-9_]{0,99}$/.test(value),
  'is not the name of an environment variable',
  'write a name such as REPLYMARK_SMTP_PASSWORD; the secret itself never stands in a file',
)
const languages = z.enum(studyLanguages() as [StudyLanguage, ...StudyLanguage[]])
const bilingual = z.strictObject(Object.fromEntries(toldLanguages().map((language) => [language, line])))
const moment = text(
  (value) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/.test(value) && parseIsoMoment(value) !== null,
  'is not a moment',
  'write it with its offset, such as 2026-06-15T09:00:00+02:00',
)

const server = z.strictObject({
  host: text(
    (value) => /^[a-zA-Z0-9.:_-]{1,253}$/.test(value),
    'is not a host name',
    'write a name such as smtp.courrier.example',
  ),
  port: z.number().int().min(1).max(65_535),
  tls: z.enum(['implicit', 'starttls', 'none']).default('implicit'),
  user: line,
  passwordVariable: variableName,
})

const account = z.strictObject({
  id: identifier,
  domain,
  addressing: z.enum(['plus', 'catch-all']).default('plus'),
  smtp: server,
  imap: server,
  folders: z.array(line).min(1).default(['INBOX', 'Junk']),
  sentFolder: line.nullable().default(null),
  perHour: z.number().int().min(1).max(10_000).default(60),
  dkim: z.strictObject({ domain, selector: line, keyFileVariable: variableName }).nullable().default(null),
})

const limits = z.strictObject({
  minGapDays: z.number().min(0).max(365).default(3),
  perBrand: z.number().int().min(1).max(100).default(7),
  perBrandPeriodDays: z.number().int().min(1).max(3_660).default(60),
  perDomainPerHour: z.number().int().min(1).max(10_000).default(2),
  workingHours: z.strictObject({ from: timeOfDay, until: timeOfDay }).default({ from: '09:00', until: '18:00' }),
  workingDays: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  holidays: z.array(day).default([]),
  optOut: z.array(line).default([]),
})

/** Engines that read a language; a language that is not proofread takes ours, which says so. */
function engineOf(language: StudyLanguage) {
  const engines = languagePack(language).proofreading?.engines ?? ['replymark']
  return z.enum(engines as [string, ...string[]]).default('replymark')
}

const proofreading = z.strictObject({
  engine: z
    .strictObject(Object.fromEntries(studyLanguages().map((language) => [language, engineOf(language)])))
    .default(() => Object.fromEntries(studyLanguages().map((language) => [language, 'replymark']))),
  server: text(
    (value) => /^https?:\/\/[^\s]{1,300}$/.test(value),
    'is not an address',
    'write it as http://127.0.0.1:8081',
  )
    .nullable()
    .default(null),
  tradeWords: z.array(line).default([]),
})

const edition = z.strictObject({
  id: identifier,
  title: line,
  brands: z.array(identifier).optional(),
  scenarios: z.array(identifier).min(1),
  personas: z.array(identifier).optional(),
  grid: identifier,
  sendFrom: day,
  sendUntil: day,
  answerWindowDays: z.number().int().min(1).max(365).default(15),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  embargoUntil: moment.nullable().default(null),
  brandEmbargoUntil: moment.nullable().default(null),
  rightOfReplyDays: z.number().int().min(0).max(365).default(7),
  hypotheses: z.array(z.string().trim().min(1).max(500)).max(50).optional(),
})

/** `study.yaml`. */
export const studySchema = z.strictObject({
  id: identifier,
  title: line,
  operator: line,
  languages: z
    .array(languages)
    .min(1)
    .default([...studyLanguages()]),
  dataFolder: line.default('data'),
  live: z.boolean().default(false),
  retentionDays: z.number().int().min(1).max(36_600).nullable().default(730),
  sectors: z.array(z.strictObject({ id: identifier, title: bilingual })).min(1),
  accounts: z.array(account).min(1),
  limits: limits.prefault({}),
  proofreading: proofreading.prefault({}),
  helpDeskDomains: z.array(domain).default([]),
  answers: z
    .strictObject({
      authservIds: z
        .array(
          text(
            (value) => /^[a-z0-9._-]{1,253}$/.test(value),
            'is not the name of a server',
            'write the first word behind `Authentication-Results:` in a mail that your server delivered, in lower case',
          ),
        )
        .default([]),
      clockSkewSeconds: z.number().int().min(0).max(3_600).default(120),
    })
    .prefault({}),
  reviews: z.strictObject({ per100Messages: z.number().min(0).max(100).default(DEFAULT_REVIEWS_PER_100) }).prefault({}),
  editions: z.array(edition).min(1),
})

/** `personas.yaml`. */
export const personasSchema = z.strictObject({
  personas: z
    .array(
      z.strictObject({
        id: identifier,
        firstName: line,
        lastName: line,
        gender: z.enum(['female', 'male']),
        languages: z.array(languages).min(1),
        age: z
          .number()
          .int()
          .max(120)
          .refine((age) => age >= 18, {
            message: 'is a minor',
            params: { hint: 'personas are adults: write 18 or more' },
          }),
        city: line,
        account: identifier,
        localPart: text(
          isLocalPart,
          'is not a local part',
          'write lower-case letters, digits, dots and hyphens, such as `claire.morel`',
        ),
        attributes: z.record(identifier, z.union([line, z.number().transform(String)])).default({}),
      }),
    )
    .min(1),
})

/** One file of `scenarios/`. */
export const scenarioSchema = z.strictObject({
  id: identifier,
  title: bilingual,
  language: languages,
  type: z.enum(['complaint', 'question', 'technical', 'refund', 'follow-up', 'other']),
  variants: z.array(z.strictObject({ id: identifier, subject: line, body: block })).min(1),
  points: z
    .array(
      z.strictObject({
        id: identifier,
        title: bilingual,
        weight: z.number().positive().max(100).default(1),
        phrases: z.array(line).optional(),
        patterns: z.array(z.string()).default([]),
        stems: z.array(z.array(line).min(1)).default([]),
      }),
    )
    .min(1),
  glossary: z.array(line).default([]),
  followUp: z
    .strictObject({
      of: identifier,
      afterDays: z.number().int().min(1).max(365),
      thread: z.enum(['same', 'new']).default('new'),
      to: z.enum(['same', 'other']).default('same'),
    })
    .nullable()
    .default(null),
})

/** `study.yaml` as checked. */
export type StudyFile = z.output<typeof studySchema>
/** `personas.yaml` as checked. */
export type PersonasFile = z.output<typeof personasSchema>
/** A scenario file as checked. */
export type ScenarioFile = z.output<typeof scenarioSchema>
