/** Runs a script in processes of other time zones: a process takes its zone at its start. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Zones that stand for the world: none, west with clock changes, half an hour aside, east of the date line in summer. */
export const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const

/** What a script said in a zone. */
export interface SaidInZone {
  readonly zone: string
  /** Its standard output, trimmed. */
  readonly said: string
}

/**
 * Runs a module's text (imports relative to the repository) once in each zone, one after the other.
 * @throws Error with what it said where it fails
 */
export async function inZones(script: string, zones: readonly string[] = ZONES): Promise<readonly SaidInZone[]> {
  const answers: SaidInZone[] = []
  for (const zone of zones) answers.push({ zone, said: await inZone(script, zone) })
  return answers
}

function inZone(script: string, zone: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: ROOT,
    env: { ...process.env, TZ: zone },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  child.stderr.on('data', (piece: Buffer) => {
    complained += piece.toString()
  })
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      if (code === 0) resolve(said.trim())
      else reject(new Error(`in ${zone} it ended with ${code}: ${complained}`))
    }),
  )
}
