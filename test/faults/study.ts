/** The small study of a fault run: a folder with its study.yaml, and a ledger with an edition whose probes are all due. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { Probe } from '../../src/domain/probe.js'
import { DAY_MS, HOUR_MS, type Instant } from '../../src/domain/time.js'
import { LEDGER_FILE, openLedger } from '../../src/ledger/ledger.js'
import { sampleConfiguration, sampleProbe } from '../ledger/samples.js'

/** Passwords that the service gets; the harness also looks for them in its log. */
export const SMTP_PASSWORD = 'smtp-secret-4cd81f'

const CONFIGURATION = fileURLToPath(new URL('../../config', import.meta.url))

/** What a study's folder is made for. */
export interface FaultStudy {
  readonly folder: string
  readonly id: string
  readonly user: string
  readonly smtpPort: number
  readonly imapPort: number
  readonly addressing: 'plus' | 'catch-all'
  /** The account has a folder of sent mail; none by default. */
  readonly sentFolder?: boolean
  /** Clock of the service when it starts first. */
  readonly start: Instant
  readonly probes: number
  /** Brands they go to; 3 by default. */
  readonly brands?: number
  /** 60 by default. */
  readonly answerWindowDays?: number
}

/** Path of the study's ledger. */
export function ledgerOf(folder: string): string {
  return join(folder, 'data', LEDGER_FILE)
}

function server(port: number, user: string, variable: string): string {
  return `{ host: 127.0.0.1, port: ${port}, tls: none, user: ${user}, passwordVariable: ${variable} }`
}

/** Writes the folder's files. */
export function writeStudyFiles(study: Omit<FaultStudy, 'start' | 'probes'>): void {
  cpSync(CONFIGURATION, study.folder, { recursive: true })
  const text = readFileSync(join(CONFIGURATION, 'study.yaml'), 'utf8')
  const before = text.slice(0, text.indexOf('\naccounts:'))
  const after = text.slice(text.indexOf('\n# What the program never does'))
  const accounts = `
accounts:
  - id: courrier
    domain: shopper.example
    addressing: ${study.addressing}
    smtp: ${server(study.smtpPort, 'shopper', 'REPLYMARK_SMTP_PASSWORD')}
    imap: ${server(study.imapPort, study.user, 'REPLYMARK_IMAP_PASSWORD')}
    folders: [INBOX, Archive]${study.sentFolder ? '\n    sentFolder: Sent' : ''}
    perHour: 1000
`
  writeFileSync(
    join(study.folder, 'study.yaml'),
    `${before}${accounts}${after}`.replace('live: false', 'live: true').replace('id: barometre', `id: ${study.id}`),
  )
  mkdirSync(join(study.folder, 'data'), { recursive: true })
}

/** An edition of one scenario and a few brands around a moment, without closed hours. */
async function configurationAround(study: FaultStudy, brands: number): Promise<EditionConfiguration> {
  const { start: moment, answerWindowDays = 60 } = study
  const sample = sampleConfiguration()
  const [brand] = sample.brands
  if (!brand) throw new Error('the sample has no brand')
  const day = (offset: number) => new Date(moment + offset * DAY_MS).toISOString().slice(0, 10)
  return {
    ...sample,
    study: { ...sample.study, id: study.id },
    edition: { ...sample.edition, sendFrom: day(-5), sendUntil: day(30), answerWindowDays },
    brands: Array.from({ length: brands }, (_, index) => ({
      ...brand,
      // Without known holidays: on a public holiday nothing is sent, whatever the limits.
      country: 'ZZ',
      id: `brand-${index}`,
      name: `Brand ${index}`,
      domains: [`brand-${index}.example`],
      contacts: [{ address: `contact@brand-${index}.example`, department: 'customer-service' as const }],
    })),
    grid: await readGrid('qualiweb'),
    limits: {
      ...sample.limits,
      holidays: [],
      minGapDays: 0,
      perBrand: 100,
      perDomainPerHour: 1000,
      workingHours: { from: '00:00', until: '24:00' },
      workingDays: [1, 2, 3, 4, 5, 6, 7],
    },
  }
}

/** Writes the folder and plans the edition into its ledger. */
export async function prepareStudy(study: FaultStudy): Promise<readonly Probe[]> {
  writeStudyFiles(study)
  const brands = study.brands ?? 3
  const configuration = await configurationAround(study, brands)
  const ledger = openLedger(ledgerOf(study.folder), { evidenceKey: null })
  const probes = Array.from({ length: study.probes }, (_, index) => {
    const brand = `brand-${index % brands}`
    const probe = sampleProbe(index + 1, { brand, account: 'courrier', dueAt: study.start - HOUR_MS + index })
    const separator = study.addressing === 'plus' ? '+' : '.'
    // Tokens of the run's own: a mail of another run can never be taken for an answer to this one.
    const token = createHash('sha256').update(`${study.id} ${index}`).digest('hex').slice(0, 12)
    return {
      ...probe,
      token,
      recipient: `contact@${brand}.example`,
      replyAddress: `claire.vasseur${separator}${token}@shopper.example`,
    }
  })
  ledger.editions.plan(configuration, study.start)
  ledger.probes.add(probes, study.start)
  ledger.close()
  return probes
}
