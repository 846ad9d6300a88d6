#!/usr/bin/env bash
# Shows what the package does, on this machine: counts events of a command
# several times, counts nested regions of a program, and reads a perf.data file.
# Needs no hardware counters, and goes on with the file where nothing may be counted.
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

seq 1000000 -1 1 >numbers
if obstacle=$("$programs/count-command" -e page-faults -- true 2>&1); then
  say "Counting events of \`sort\` over a million lines, seven times"
  "$programs/count-command" -r 7 -e task-clock,page-faults,context-switches,cpu-migrations \
    -- sort -o sorted numbers || fail "count-command ended with status $?."

  say "Counting nested regions of a small program"
  "$programs/count-region" || fail "count-region ended with status $?."
else
  # The program's own sentence says what forbids it and what to do.
  say "Nothing may be counted here, so both examples that count are left out"
  printf '%s\n' "$obstacle"
fi

if perf=$(find_perf) && "$perf" record -e cpu-clock -F 999 -g -o recorded.data \
  -- sort -o sorted numbers >perf.log 2>&1; then
  say "Reading a perf.data file that perf has just recorded"
else
  say "Reading a made-up perf.data file, since perf cannot record here"
  quietly swift run --package-path "$root/Fuzzing" make-recordings example recorded.data ||
    fail "the example file could not be made; see the messages above."
fi
"$programs/dump-perfdata" recorded.data --stats || fail "dump-perfdata ended with status $?."
