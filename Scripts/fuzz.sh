#!/usr/bin/env bash
# Feeds random and damaged input to the parsers for SECONDS in all, shared evenly;
# with TARGET to that one only. Ends with status 1 and the path of the input when
# one crashes. Targets that read recordings also start from the small ones in the
# folder that PERF_EVENTS_SHARED names, if it is set.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

usage="usage: Scripts/fuzz.sh SECONDS [TARGET]"
[ $# -ge 1 ] && [ $# -le 2 ] && [[ $1 =~ ^[1-9][0-9]*$ ]] || fail "$usage"
seconds=$1
need_swift
cd "$root/Fuzzing"
# A crash must end the process at once, not wait for a backtrace.
export SWIFT_BACKTRACE=enable=no
export LSAN_OPTIONS=suppressions=$root/Fuzzing/LeakSuppressions.txt:print_suppressions=0

mapfile -t targets < <(cd Sources && ls -d Fuzz*)
if [ $# -eq 2 ]; then
  [[ " ${targets[*]} " == *" $2 "* ]] || fail "there is no fuzz target $2; there are: ${targets[*]}."
  targets=("$2")
fi

share=$((seconds / ${#targets[@]}))
[ "$share" -gt 0 ] || fail "$seconds s are too few for ${#targets[@]} targets; give one second to each at least."

say "Building the fuzz targets with the address sanitizer"
# The compiler heeds the last -sanitize alone, so both names stand in one.
build=(swift build -c release --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address
  -Xcc -fsanitize=fuzzer-no-link,address -Xswiftc -use-ld=lld)
for target in "${targets[@]}"; do
  quietly "${build[@]}" --product "$target" || fail "$target does not build; see the messages above."
done
programs=$("${build[@]}" --show-bin-path)
quietly swift build --product make-recordings --scratch-path .build/seeds ||
  fail "the program that makes the seeds does not build; see the messages above."
seeds=$(swift build --scratch-path .build/seeds --show-bin-path)/make-recordings

for target in "${targets[@]}"; do
  corpus=$root/Fuzzing/.build/corpus/$target
  crashes=$root/Fuzzing/.build/crashes/$target
  mkdir -p "$corpus" "$crashes"
  quietly "$seeds" seeds "$target" "$corpus" || fail "the seeds could not be made; see the message above."
  folders=("$corpus")
  case $target in
  FuzzPerfData | FuzzRecordings | FuzzEditing)
    if [ -n "${PERF_EVENTS_SHARED:-}" ]; then
      given=$root/Fuzzing/.build/given
      mkdir -p "$given"
      # The fuzzer looks at whole folders; links keep the large files out.
      find "$PERF_EVENTS_SHARED/perfdata" -type f -size -16k -name '*.data*' ! -name '*.gz' ! -name '*.buildids' \
        -exec ln -sf -t "$given" {} +
      folders+=("$given")
    fi
    ;;
  esac
  say "Fuzzing $target for $share s, starting from $(find "${folders[@]}" ! -type d | wc -l) inputs"
  log=$(mktemp)
  status=0
  "$programs/$target" -max_total_time="$share" -timeout=20 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$crashes/" "${folders[@]}" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    sed -n '/Fatal error:/p; /ERROR:/,/SUMMARY:/p' "$log" >&2
    input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
    rm -f "$log"
    fail "$target failed; the input that does it is ${input:-not known, see above}."
  fi
  if grep -q 'no interesting inputs were found' "$log"; then
    fail "$target was not instrumented for coverage, so this run proves nothing."
  fi
  say "$target: nothing found in $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs"
  rm -f "$log"
done
