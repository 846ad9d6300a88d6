#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that building, testing and the demo
# need and that are not there yet; prints nothing when all of them are.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

# Without these the Swift toolchain itself does not start or link.
toolchain=(binutils git libc6-dev libcurl4 libgcc-s1 libncurses6 libsqlite3-0 libstdc++6 libxml2
  zlib1g)
# Without these the package does not build or its tests do not run.
package=(gcc libzstd-dev pkg-config)
# The reference that some tests and benchmarks compare with; they are skipped without it.
perf=linux-perf

# Whether a package is installed, also under the name that Ubuntu 24.04 gave to
# libraries rebuilt for 64-bit time.
installed() {
  local states
  states=$(dpkg-query --show --showformat '${db:Status-Abbrev}\n' "$1" "$1t64" 2>/dev/null || true)
  [[ $states == *ii* ]]
}

# Runs a command as root.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

install() {
  quietly as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "$@"
}

command -v swift >/dev/null || need_swift
command -v apt-get >/dev/null ||
  fail "this script installs packages with apt-get, which is not here; install the counterparts of ${package[*]} by other means and run \`swift test --disable-xctest\`."

missing=()
for name in "${toolchain[@]}" "${package[@]}"; do
  installed "$name" || missing+=("$name")
done
missing_perf=
find_perf >/dev/null || missing_perf=$perf
if [ -n "$missing_perf" ] && grep -qs '^ID=ubuntu' /etc/os-release; then
  missing_perf=linux-tools-generic
fi

if [ ${#missing[@]} -gt 0 ] || { [ -n "$missing_perf" ] && ! installed "$missing_perf"; }; then
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    [ ${#missing[@]} -eq 0 ] ||
      fail "these packages are missing and installing them needs root or sudo: ${missing[*]}."
  else
    say "Installing with apt-get:" "${missing[@]}" $missing_perf
    quietly as_root apt-get update || fail "the package lists cannot be fetched; see apt's message above."
    if [ ${#missing[@]} -gt 0 ]; then
      install "${missing[@]}" || fail "apt-get could not install ${missing[*]}; see its message above."
    fi
    if [ -n "$missing_perf" ]; then
      install "$missing_perf" 2>/dev/null || true
    fi
  fi
fi

need_swift
find_perf >/dev/null ||
  say "No perf runs on this kernel; what compares with perf is left out, all else works."
