// Prints the closing line `N passed, N failed, N skipped` from vitest's JSON report; exit 1 where a test failed or none ran.
import { readFileSync } from 'node:fs'

let report
try {
  report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
} catch {
  console.log('No test report was written: the test run did not finish.')
  console.log('0 passed, 1 failed')
  process.exit(1)
}
const {
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numFailedTestSuites: failedSuites,
} = report
const failures = failed > 0 ? failed : failedSuites
console.log(`${passed} passed, ${failures} failed, ${skipped} skipped`)
process.exit(failures === 0 && passed > 0 ? 0 : 1)
