#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that building, testing and the demo
# need and that are not there yet; prints nothing when all of them are.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

# Without these the Swift toolchain does not start or link, or the package does
# not build.
required=(binutils git libc6-dev libcurl4 libgcc-s1 libncurses6 libsqlite3-0 libstdc++6 libxml2
  zlib1g gcc libpfm4-dev libtraceevent-dev libzstd-dev pkg-config)

# Whether a package is installed, also under the name that Ubuntu 24.04 gave to
# libraries rebuilt for 64-bit time.
installed() {
  local states
  states=$(dpkg-query --show --showformat '${db:Status-Abbrev}\n' "$1" "$1t64" 2>/dev/null || true)
  [[ $states == *ii* ]]
}

# Whether Python can compute what the tests of Stats compare with.
has_python() {
  command -v python3 >/dev/null && python3 -c \
    'import importlib.util as u; exit(not (u.find_spec("numpy") and u.find_spec("scipy")))'
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
  fail "this script installs packages with apt-get, which is not here; install the counterparts of ${required[*]} by other means and run \`swift test --disable-xctest\`."

missing=()
for name in "${required[@]}"; do
  installed "$name" || missing+=("$name")
done
# Tests and benchmarks that compare with these are skipped without them.
wanted=()
if ! find_perf >/dev/null; then
  perf=linux-perf
  if grep -qs '^ID=ubuntu' /etc/os-release; then perf=linux-tools-generic; fi
  installed "$perf" || wanted+=("$perf")
fi
if ! has_python; then
  for name in python3 python3-numpy python3-scipy; do
    installed "$name" || wanted+=("$name")
  done
fi

may_install=true
if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then may_install=false; fi
if [ ${#missing[@]} -gt 0 ] && ! $may_install; then
  fail "these packages are missing and installing them needs root or sudo: ${missing[*]}."
fi
if [ $((${#missing[@]} + ${#wanted[@]})) -gt 0 ] && $may_install; then
  say "Installing with apt-get: ${missing[*]} ${wanted[*]}"
  quietly as_root apt-get update ||
    fail "the package lists cannot be fetched; see apt's messages above."
  if [ ${#missing[@]} -gt 0 ]; then
    install "${missing[@]}" ||
      fail "apt-get could not install ${missing[*]}; see its messages above."
  fi
  for name in "${wanted[@]}"; do
    install "$name" 2>/dev/null || say "apt-get could not install $name."
  done
fi

need_swift
find_perf >/dev/null ||
  say "No perf runs on this kernel; tests that compare with perf are skipped, all else works."
has_python ||
  say "No Python with numpy and scipy; tests that compare with them are skipped, all else works."
