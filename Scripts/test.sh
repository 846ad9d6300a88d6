#!/usr/bin/env bash
# Installs what is missing and runs all tests; arguments go to `swift test`.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

"$root/Scripts/setup.sh"
say "Running the tests"
cd "$root"
exec swift test --disable-xctest "$@"
