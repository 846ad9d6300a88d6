# What the scripts of this folder share; sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Says in one line what happens next.
say() {
  printf '==> %s\n' "$*"
}

# Ends the script with one clear sentence.
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Runs a command whose output matters only when the command fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    # The lines that only tell how far a build has come are left out.
    grep -v '^\[[0-9]*/[0-9]*\] ' "$log" >&2 || true
  fi
  rm -f "$log"
  return "$status"
}

# Fails unless a Swift toolchain that can build the package is on the path.
need_swift() {
  command -v swift >/dev/null ||
    fail "Swift 6.2 or newer is needed and no \`swift\` is on the path; install it from https://www.swift.org/install/linux and run this again."
  local text version major minor
  text=$(swift --version 2>&1) ||
    fail "\`swift --version\` does not run here: $(printf '%s' "$text" | tail -n 1)"
  version=$(printf '%s' "$text" | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version##*.}
  [ -n "$version" ] && { [ "$major" -gt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -ge 2 ]; }; } ||
    fail "Swift 6.2 or newer is needed and \`swift\` on the path is ${version:-of an unknown version}; install a newer one from https://www.swift.org/install/linux."
}

# Prints the folder of the toolchain's programs (docc, llvm-cov and others).
toolchain_programs() {
  dirname "$(readlink -f "$(command -v swift)")"
}

# Prints the path of a perf that runs on this kernel; fails when there is none.
# Ubuntu's /usr/bin/perf only forwards to the perf of the running kernel, so the
# perf programs below /usr/lib are tried as well. PERF_EVENTS_PERF names another.
find_perf() {
  local candidate
  for candidate in "${PERF_EVENTS_PERF-}" "$(command -v perf || true)" /usr/lib/linux-tools*/perf /usr/lib/linux-tools/*/perf; do
    if [ -x "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

# Tells tests and benchmarks, by PERF_EVENTS_PERF, which perf to compare with.
name_perf() {
  local perf
  if perf=$(find_perf); then export PERF_EVENTS_PERF=$perf; fi
}
