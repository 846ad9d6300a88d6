#!/usr/bin/env bash
# Installs what is missing and runs all tests. Arguments go to `swift test`, those
# in BUILD_FLAGS to the build as well.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

"$root/Scripts/setup.sh"
cd "$root"
say "Building the tests"
read -ra flags <<<"${BUILD_FLAGS-}"
quietly swift build --build-tests "${flags[@]}" || fail "the tests do not build; see the messages above."
name_perf
say "Running the tests"
exec swift test --skip-build --disable-xctest "${flags[@]}" "$@"
