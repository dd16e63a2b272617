/**
 * Checks a published folder with nothing but its files: manifest, proofs, signature, time-stamp, seal, and every figure that
 * follows from the published marks. No network, database or operator. Pure but for the check of the signature.
 */
import type { Texts } from '../../src/domain/language.js'
import type { Preregistration } from '../../src/domain/preregistration.js'
import { checkSignature } from '../../src/editions/check-signature.js'
import { sha256Hex } from '../../src/editions/merkle.js'
import {
  compareFiles,
  isPublication,
  MANIFEST_FILE,
  manifestDifference,
  type Publication,
  type PublishedFile,
  publicationText,
  signedBytes,
  stampedBytes,
} from '../../src/editions/publication.js'
import { type Leaf, leafKey, type Seal, sealRoot } from '../../src/editions/seal.js'
import { readTimestamp, timestampDifference } from '../../src/editions/timestamp.js'
import type { StandingsInput } from '../../src/ranking/standings.js'
import { canonicalJson } from '../../src/scoring/canonical-json.js'
import type { EditionReport } from '../edition-schema.js'
import {
  engineDifferences,
  groupDifferences,
  standingDifferences,
  tableDifferences,
  treatmentDifferences,
} from './check-figures.js'
import {
  checkedWords,
  fieldDiffers,
  fileDifference,
  manifestDiffers,
  notGiven,
  otherKey,
  SAID,
  signedBy,
  stampedAt,
  unreadable,
} from './words.js'

/** How a folder is checked. */
export interface CheckOptions {
  /** Key that the reader knows the operator by, base64url; null where none is. */
  readonly expectedKey: string | null
  /** False where only some of the files are at hand: those that are not are said, and are no fault. */
  readonly complete: boolean
}

/** What checking a folder found. */
export interface FolderCheck {
  readonly state: 'verified' | 'partly-verified' | 'differs'
  /** Edition that the manifest names; null without a manifest. */
  readonly edition: string | null
  /** Root over the files, in hex; null without a manifest. */
  readonly root: string | null
  /** Everything that differs. */
  readonly differences: readonly Texts[]
  /** What could not be checked. */
  readonly unchecked: readonly Texts[]
  /** What a reader may want to know. */
  readonly notes: readonly Texts[]
}

const REPORT = 'data/edition-report.json'
const SEAL = 'data/seal.json'
const INPUT = 'data/ranking-input.json'

function parsed(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Manifest, signature and time-stamp. */
async function manifestFindings(
  manifest: Publication,
  text: string,
  expectedKey: string | null,
): Promise<Pick<FolderCheck, 'differences' | 'unchecked' | 'notes'>> {
  const [differences, unchecked, notes]: Texts[][] = [[], [], []]
  const { statement, signature, timestamp } = manifest
  if (text !== publicationText(manifest)) differences!.push(SAID.manifestText)
  const own = manifestDifference(manifest)
  if (own) differences!.push(manifestDiffers(own))
  const { publicKey } = statement
  if (expectedKey !== null && publicKey !== null && publicKey !== expectedKey) differences!.push(otherKey(publicKey))
  if (publicKey === null || signature === null) {
    notes!.push(SAID.unsigned)
    // Whoever expects a key does not take files that nobody signed.
    if (expectedKey !== null) differences!.push(SAID.unsigned)
  } else {
    const state = await checkSignature(signedBytes(statement), signature, publicKey)
    if (state === 'invalid') differences!.push(SAID.signature)
    else if (state === 'unknown') unchecked!.push(SAID.signatureUnknown)
    else if (expectedKey === null) notes!.push(signedBy(publicKey))
  }
  if (timestamp !== null) {
    const token = /^[A-Za-z0-9+/]+=*$/.test(timestamp)
      ? Uint8Array.from(atob(timestamp), (letter) => letter.charCodeAt(0))
      : new Uint8Array()
    const read = readTimestamp(token)
    if (!read || timestampDifference(token, stampedBytes(statement, signature))) differences!.push(SAID.timestamp)
    else notes!.push(stampedAt(read.time))
  }
  return { differences: differences!, unchecked: unchecked!, notes: notes! }
}

/** Fields of the report that say the same as the statement. */
function reportFindings(report: EditionReport, { statement }: Publication): readonly Texts[] {
  const { edition, study } = report
  const fields: readonly (readonly [string, unknown, unknown])[] = [
    ['study.id', study.id, statement.study],
    ['edition.id', edition.id, statement.edition],
    ['edition.publishedAt', edition.publishedAt, statement.publishedAt],
    ['edition.sealRoot', edition.sealRoot, statement.sealRoot],
    ['edition.publicKey', edition.publicKey ?? null, statement.publicKey],
  ]
  const found = fields.flatMap(([name, said, signed]) => (said === signed ? [] : [fieldDiffers(name)]))
  const { planSecret, planCommitment } = edition
  const secret =
    planSecret === null ? null : Uint8Array.from(planSecret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (secret !== null && sha256Hex(secret) !== planCommitment) found.push(SAID.planSecret)
  return found
}

/** What was fixed beforehand: its bytes, and that secret, grid and hypotheses are those of the report. */
function preregistrationFindings(report: EditionReport, text: string | null): readonly Texts[] {
  const said = report.edition.preregistration ?? null
  if (text === null) return []
  const fixed = parsed(text) as Preregistration | null
  const same =
    said !== null &&
    fixed !== null &&
    sha256Hex(text) === said.hash &&
    fixed.planHash === said.planHash &&
    fixed.secretHash === report.edition.planCommitment &&
    fixed.grid.hash === report.method.grid.hash &&
    canonicalJson([fixed.hypotheses, fixed.analysis]) === canonicalJson([said.hypotheses, said.analysis])
  return same ? [] : [SAID.preregistration]
}

/**
 * Checks a folder.
 * @param files every file of it (or, where it is not complete, some of them), paths with `/` from the folder on
 */
export async function checkFolder(
  files: readonly PublishedFile[],
  { expectedKey, complete }: CheckOptions,
): Promise<FolderCheck> {
  const texts = new Map(files.map(({ path, content }) => [path, content]))
  const textOf = (path: string): string | null => {
    const content = texts.get(path)
    if (content === undefined) return null
    // A mark of byte order is part of the text: it is compared like everything else.
    return typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
  }
  const text = textOf(MANIFEST_FILE)
  const manifest = parsed(text)
  if (text === null || !isPublication(manifest))
    return { state: 'differs', edition: null, root: null, differences: [SAID.noManifest], unchecked: [], notes: [] }
  const { statement } = manifest
  const own = await manifestFindings(manifest, text, expectedKey)
  const compared = compareFiles(manifest.files, files)
  const missing = compared.filter(({ how }) => how === 'missing').length
  const differences: Texts[] = [
    ...own.differences,
    ...compared.filter(({ how }) => complete || how !== 'missing').map(fileDifference),
  ]
  const unchecked: Texts[] = [...own.unchecked, ...(!complete && missing > 0 ? [notGiven(missing)] : [])]

  const read = <Value>(path: string): Value | null => {
    const value = parsed(textOf(path))
    if (isRecord(value)) return value as Value
    if (complete || texts.has(path)) differences.push(unreadable(path))
    return null
  }
  const [seal, report, input] = [read<Seal>(SEAL), read<EditionReport>(REPORT), read<Required<StandingsInput>>(INPUT)]
  try {
    if (seal && (sealRoot(seal.leaves) !== statement.sealRoot || seal.root !== statement.sealRoot))
      differences.push(SAID.sealLeaves)
    if (report) differences.push(...preregistrationFindings(report, textOf('data/preregistration.json')))
    if (report) differences.push(...reportFindings(report, manifest), ...tableDifferences(report, textOf))
    if (seal && report && input) {
      const leaves: ReadonlyMap<string, Leaf> = new Map(seal.leaves.map((leaf) => [leafKey(leaf), leaf]))
      differences.push(
        ...standingDifferences(report, input, leaves),
        ...groupDifferences(report, input),
        ...treatmentDifferences(report, leaves),
        ...engineDifferences(parsed(textOf('data/engine.json')), leaves),
      )
    }
  } catch {
    // Files of another shape than ours: nothing can be computed from them, and that is a difference as well.
    differences.push(unreadable([SEAL, REPORT, INPUT].join(', ')))
  }
  return {
    state: differences.length > 0 ? 'differs' : unchecked.length > 0 ? 'partly-verified' : 'verified',
    edition: statement.edition,
    root: statement.filesRoot,
    differences,
    unchecked,
    notes: [
      checkedWords(manifest.files.length - missing, input?.brands?.length ?? 0, seal?.leaves?.length ?? 0),
      ...own.notes,
    ],
  }
}
