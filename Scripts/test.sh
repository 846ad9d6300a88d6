#!/usr/bin/env bash
# Installs what is missing and runs all tests; arguments go to `swift test`.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

"$root/Scripts/setup.sh"
cd "$root"
say "Building the tests"
quietly swift build --build-tests || fail "the tests do not build; see the messages above."
say "Running the tests"
exec swift test --skip-build --disable-xctest "$@"
