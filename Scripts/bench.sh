#!/usr/bin/env bash
# Builds the benchmarks in release mode and runs them beside their peers. Ends with
# status 1 when a limit is exceeded, for which six rounds at least are needed.
# Arguments go to the benchmark program:
#   --filter TEXT   only benchmarks whose names contain the text; --list prints names
#   --rounds N      at most so many rounds for each peer (31)
#   --seconds S     no further round after so long (6), unless there were fewer than six
#   --size MIB      the size of the recordings that are read (100)
#   --recorded      recordings that perf makes of this machine, not made-up ones
#   --json, --markdown   another form of the results
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

need_swift
cd "$root/Benchmarks"
printf '==> Building the benchmarks\n' >&2
quietly swift build -c release || fail "the benchmarks do not build; see the messages above."
name_perf
exec "$(swift build -c release --show-bin-path)/benchmarks" "$@"
