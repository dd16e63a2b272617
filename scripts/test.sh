#!/usr/bin/env bash
# `npm test`: types, lint, dead code, then unit and integration suites (import walls among them) with real Dovecot, Redis and Chromium.
# The last lines say what was not run and why, then count the tests.
set -uo pipefail
cd "$(dirname "$0")/.."
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0

step() {
  printf '\n── %s\n' "$1"
  shift
  "$@" || failed=1
}

step 'types' npm run --silent types
step 'lint' npm run --silent lint
step 'dead code' npm run --silent dead-code
step 'build' npm run --silent build
step 'tests' bash scripts/services.sh run -- npx vitest run --reporter=default --reporter=json --outputFile.json="$results/vitest.json"
# Two of the moments of `npm run test:dates`, others every day.
step 'dates' npm run --silent test:dates -- --drawn --sensitive

printf '\n'
node scripts/count-tests.js "$results/vitest.json" || failed=1
[ "$failed" = 0 ] || printf 'At least one step above failed.\n'
exit "$failed"
