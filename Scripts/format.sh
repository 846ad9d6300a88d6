#!/usr/bin/env bash
# Formats all Swift files; with `--lint` changes nothing and fails on the first
# deviation from the rules in .swift-format.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

need_swift
cd "$root"

swift_files() {
  find . -name .build -prune -o -name '*.swift' -print0
}

case "${1-}" in
"")
  swift_files | xargs -0 swift format format --in-place --parallel
  ;;
--lint)
  swift_files | xargs -0 swift format lint --strict --parallel ||
    fail "the sources are not in the form that .swift-format asks for; Scripts/format.sh mends what can be mended."
  ;;
*)
  fail "unknown argument $1; the only option is --lint."
  ;;
esac
