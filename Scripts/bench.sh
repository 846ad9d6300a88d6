#!/usr/bin/env bash
# Builds the benchmarks in release mode and runs them beside their peers;
# arguments (--filter TEXT, --rounds N, --json) go to the benchmark program. Ends
# with status 1 when a limit is exceeded, for which six rounds at least are needed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

need_swift
cd "$root/Benchmarks"
printf '==> Building the benchmarks\n' >&2
quietly swift build -c release || fail "the benchmarks do not build; see the messages above."
name_perf
exec "$(swift build -c release --show-bin-path)/benchmarks" "$@"
