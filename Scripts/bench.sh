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
# The example whose text is compared with perf's; PERF_EVENTS_DUMP may name it.
if [ -z "${PERF_EVENTS_DUMP-}" ]; then
  quietly swift build -c release --package-path "$root" --product dump-perfdata ||
    fail "the example dump-perfdata does not build; see the messages above."
  PERF_EVENTS_DUMP=$(swift build -c release --package-path "$root" --show-bin-path)/dump-perfdata
  export PERF_EVENTS_DUMP
fi
name_perf
exec "$(swift build -c release --show-bin-path)/benchmarks" "$@"
