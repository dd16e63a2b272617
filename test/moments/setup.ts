/**
 * Before every suite of a run at an injected moment: the process's clock is moved there, and goes on. Not for suites whose servers,
 * browsers and other processes are real: those take the moment from `moment.ts`, and the machine's clock stays what it is.
 */
import { expect } from 'vitest'
import { MOMENT } from './moment.js'

/** Suites with real servers or other processes beside them. */
const REAL = /\/test\/(?:integration|e2e|app\/secrets|cli\/as-service|ledger\/backup-while-ingesting|bench-frame)/

const RealDate = Date
const shift = MOMENT - RealDate.now()

/** The process's Date, moved. What the run-time itself made (times of files) is a Date too. */
const MovedDate = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + shift] : given, newTarget),
  apply: (target) => new target(target.now() + shift).toString(),
  get: (target, name) => (name === 'now' ? () => target.now() + shift : Reflect.get(target, name)),
})

if (!REAL.test(expect.getState().testPath ?? '')) globalThis.Date = MovedDate
