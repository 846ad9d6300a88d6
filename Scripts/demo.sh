#!/usr/bin/env bash
# Shows what the package does, on this machine: counts events of a command
# several times, counts nested regions of a program, and reads a perf.data file.
# Needs no hardware counters.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

"$root/Scripts/setup.sh"
cd "$root"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say "Building the examples in release mode"
quietly swift build -c release || fail "the examples do not build; see the messages above."
programs=$(swift build -c release --show-bin-path)
cd "$work"

say "Counting events of \`sort\` over a million lines, seven times"
seq 1000000 -1 1 >numbers
"$programs/count-command" -r 7 -e task-clock,page-faults,context-switches,cpu-migrations \
  -- sort -o sorted numbers || fail "count-command ended with status $?."

say "Counting nested regions of a small program"
"$programs/count-region" || fail "count-region ended with status $?."

if perf=$(find_perf) && "$perf" record -e cpu-clock -F 999 -g -o recorded.data \
  -- sort -o sorted numbers >perf.log 2>&1; then
  say "Reading a perf.data file that perf has just recorded"
else
  say "Reading a made-up perf.data file, since perf cannot record here"
  quietly swift run --package-path "$root/Fuzzing" make-recordings example recorded.data ||
    fail "the example file could not be made; see the messages above."
fi
"$programs/dump-perfdata" recorded.data --stats || fail "dump-perfdata ended with status $?."
