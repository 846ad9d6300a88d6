#!/usr/bin/env bash
# Runs all tests with coverage, prints the covered share of each source file and
# leaves a page per file in .build/coverage.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

"$root/Scripts/setup.sh"
cd "$root"
name_perf
say "Running the tests with coverage"
quietly swift test --disable-xctest --enable-code-coverage "$@" ||
  fail "a test failed; see the messages above."

profile=$(dirname "$(swift test --show-codecov-path)")/default.profdata
tests=$(swift build --show-bin-path)/swift-perf-eventsPackageTests.xctest
# The system's llvm-cov may be too old for the profiles of Swift's.
coverage=$(toolchain_programs)/llvm-cov
[ -x "$coverage" ] || fail "the Swift toolchain on the path has no llvm-cov beside its compiler."
rm -rf .build/coverage
quietly "$coverage" show "$tests" -instr-profile "$profile" --sources Sources \
  -format html -output-dir .build/coverage
"$coverage" report "$tests" -instr-profile "$profile" --sources Sources
say "The pages are in $root/.build/coverage/index.html"
