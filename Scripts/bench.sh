#!/usr/bin/env bash
# Builds the benchmarks in release mode and runs them beside their peers. Ends with
# status 1 when a limit is exceeded. Benchmarks/README.md tells the arguments, which
# go to the benchmark program, and what the figures mean.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

need_swift
cd "$root/Benchmarks"
printf '==> Building the benchmarks\n' >&2
quietly swift build -c release || fail "the benchmarks do not build; see the messages above."
# The examples whose text is compared with perf's; variables may name them.
example() {
  quietly swift build -c release --package-path "$root" --product "$1" ||
    fail "the example $1 does not build; see the messages above."
  echo "$(swift build -c release --package-path "$root" --show-bin-path)/$1"
}
PERF_EVENTS_DUMP=${PERF_EVENTS_DUMP:-$(example dump-perfdata)}
PERF_EVENTS_LIST=${PERF_EVENTS_LIST:-$(example list-events)}
export PERF_EVENTS_DUMP PERF_EVENTS_LIST
name_perf
exec "$(swift build -c release --show-bin-path)/benchmarks" "$@"
