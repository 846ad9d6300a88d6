#!/usr/bin/env bash
# Proves that a program that uses every library of this package links no
# Foundation, and nothing else that it should not need.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

need_swift
command -v readelf >/dev/null || fail "readelf is needed; install binutils."
client=$root/.build/linkage
mkdir -p "$client/Sources/client"
mapfile -t modules < <(sed -n 's/.*\.library(name: "\([^"]*\)".*/\1/p' "$root/Package.swift")
[ ${#modules[@]} -gt 0 ] || fail "Package.swift names no library product."

# A client of its own, since programs of this package may import what they like.
{
  printf '// swift-tools-version: 6.2\nimport PackageDescription\n\n'
  printf 'let package = Package(\n  name: "client",\n'
  printf '  dependencies: [.package(name: "swift-perf-events", path: "%s")],\n' "$root"
  printf '  targets: [\n    .executableTarget(\n      name: "client",\n      dependencies: [\n'
  printf '        .product(name: "%s", package: "swift-perf-events"),\n' "${modules[@]}"
  printf '      ])\n  ]\n)\n'
} >"$client/Package.swift"
{
  printf 'import %s\n' "${modules[@]}"
  printf '\nprint("linked")\n'
} >"$client/Sources/client/main.swift"

say "Building a client of ${modules[*]}"
quietly swift build --package-path "$client" -c release ||
  fail "a client of all libraries does not build; see the messages above."
program=$(swift build --package-path "$client" -c release --show-bin-path)/client
[ "$("$program")" = linked ] || fail "the client does not run."

needed=$(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p')
printf '%s\n' "$needed"
if grep -q -i foundation <<<"$needed"; then
  fail "Foundation is linked; a library module imports it."
fi
unknown=$(grep -v -E '^(libswift[A-Za-z_]*|libBlocksRuntime|libdispatch|lib(c|m|gcc_s|stdc\+\+|pfm|traceevent|zstd)|ld-linux[-a-z0-9_]*)\.so' \
  <<<"$needed" || true)
[ -z "$unknown" ] || fail "libraries are linked that nobody expects: $unknown."
say "No Foundation is linked."
