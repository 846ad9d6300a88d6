#!/usr/bin/env bash
# Builds the documentation of all modules as one static site in OUT (default:
# site); warnings, such as a symbol link that leads nowhere, are errors.
# The site's address below a host is taken from HOSTING_BASE_PATH.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

need_swift
[ $# -le 1 ] || fail "one argument at most is expected: the folder for the site."
mkdir -p "${1:-$root/site}"
out=$(cd "${1:-$root/site}" && pwd)
[ -z "$(ls -A "$out")" ] || [ -d "$out/documentation" ] ||
  fail "$out holds something else than a site of this kind; name an empty or a new folder."
cd "$root"
scratch=$root/.build/docs
graphs=$scratch/graphs
archives=$scratch/archives
docc=$(toolchain_programs)/docc
[ -x "$docc" ] || fail "the Swift toolchain on the path has no docc beside its compiler."

# The modules in the manifest's order, which lists a module after those it builds on.
mapfile -t modules < <(sed -n 's/.*\.library(name: "\([^"]*\)".*/\1/p' Package.swift)
[ ${#modules[@]} -gt 0 ] || fail "Package.swift names no library product."

say "Extracting the symbols of ${modules[*]}"
rm -rf "$graphs" "$archives"
mkdir -p "$graphs/all" "$archives"
# The compiler writes symbols only where it compiles, so what an earlier run
# compiled must go.
rm -rf "$scratch/build"
for module in "${modules[@]}"; do
  quietly swift build --scratch-path "$scratch/build" --target "$module" \
    -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$graphs/all" \
    -Xswiftc -symbol-graph-minimum-access-level -Xswiftc public ||
    fail "module $module does not build; see the compiler's messages above."
done

# Converts one catalog, or a module without a catalog, into an archive.
convert() {
  local name=$1 inputs=() links=() archive
  [ ! -d "DocC/$name.docc" ] || inputs+=("DocC/$name.docc")
  if compgen -G "$graphs/all/$name.symbols.json" >/dev/null; then
    mkdir -p "$graphs/$name"
    mv "$graphs/all/$name.symbols.json" "$graphs/$name/"
    find "$graphs/all" -name "$name@*.symbols.json" -exec mv {} "$graphs/$name/" \;
    inputs+=(--additional-symbol-graph-dir "$graphs/$name")
  fi
  for archive in "$archives"/*.doccarchive; do
    [ ! -d "$archive" ] || links+=(--dependency "$archive")
  done
  quietly "$docc" convert "${inputs[@]}" \
    --output-dir "$archives/$name.doccarchive" \
    --warnings-as-errors \
    --fallback-display-name "$name" \
    --fallback-bundle-identifier "$name" \
    --fallback-default-module-kind Library \
    --hosting-base-path "${HOSTING_BASE_PATH:-/}" \
    --enable-experimental-external-link-support \
    "${links[@]}"
}

say "Converting the documentation"
failed=()
for module in "${modules[@]}"; do
  convert "$module" || failed+=("$module")
done
# Catalogs of no module link to all modules, so they come last.
for catalog in DocC/*.docc; do
  [ -d "$catalog" ] && [ ${#failed[@]} -eq 0 ] || continue
  name=$(basename "$catalog" .docc)
  [ -d "$archives/$name.doccarchive" ] || convert "$name" || failed+=("$name")
done
[ ${#failed[@]} -eq 0 ] ||
  fail "the documentation of ${failed[*]} has warnings or errors; they are listed above."

rm -rf "$out"
quietly "$docc" merge "$archives"/*.doccarchive --output-path "$out" \
  --synthesized-landing-page-name swift-perf-events \
  --synthesized-landing-page-kind Package ||
  fail "docc could not merge the archives; see its messages above."
say "The site is in $out; \`python3 -m http.server -d $out\` shows it."
