#!/usr/bin/env bash
# Runs tests on a real kernel with a PMU whose counts are known: builds the module in
# Tests/VirtualMachine and the program that tests with it, boots both under an emulator,
# and prints a line for each test. Installs what that needs from Debian. Says that it is
# skipped where no emulator can be had.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

files=$root/Tests/VirtualMachine
cache=$root/.build/virtual-machine
# The emulator's clock counts instructions, so that a busy host changes nothing.
emulator=(qemu-system-x86_64 -accel tcg -cpu qemu64 -m 512 -nic none -nographic -no-reboot
  -icount shift=0,sleep=off)

skip() {
  say "Tests in the virtual machine are skipped: $*."
  exit 0
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Prints the release for which both headers and an image can be had.
find_release() {
  apt-cache depends linux-headers-amd64 2>/dev/null |
    sed -n 's/.*Depends: linux-headers-\(.*\)$/\1/p' | head -n 1
}

install_parts() {
  command -v apt-get >/dev/null || skip "there is no apt-get to install an emulator and a kernel"
  local missing=()
  command -v qemu-system-x86_64 >/dev/null || missing+=(qemu-system-x86)
  command -v cpio >/dev/null || missing+=(cpio)
  command -v make >/dev/null || missing+=(make)
  release=$(find_release)
  if [ -z "$release" ]; then
    quietly as_root apt-get update || true
    release=$(find_release)
  fi
  [ -n "$release" ] || skip "the package lists name no kernel"
  [ -d "/usr/src/linux-headers-$release" ] || missing+=("linux-headers-$release")
  if [ ${#missing[@]} -gt 0 ]; then
    say "Installing with apt-get: ${missing[*]}"
    quietly as_root apt-get update || true
    quietly as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install --yes --no-install-recommends "${missing[@]}" ||
      skip "apt-get could not install ${missing[*]}"
  fi
}

# The kernel is unpacked and not installed, so that this system boots as before.
fetch_kernel() {
  kernel=$cache/vmlinuz-$release
  [ -e "$kernel" ] && return
  local folder
  folder=$(mktemp -d)
  for name in "linux-image-$release" "linux-image-$release-unsigned"; do
    (cd "$folder" && quietly apt-get download "$name") || continue
    dpkg-deb --fsys-tarfile "$folder"/*.deb |
      tar --extract --directory "$folder" "./boot/vmlinuz-$release" || true
    [ -e "$folder/boot/vmlinuz-$release" ] && break
    rm -f "$folder"/*.deb
  done
  [ -e "$folder/boot/vmlinuz-$release" ] || skip "the kernel $release cannot be fetched"
  mv "$folder/boot/vmlinuz-$release" "$kernel"
  rm -rf "$folder"
}

build_module() {
  local folder=$cache/module
  mkdir -p "$folder"
  cp -u "$files"/module/* "$folder"
  quietly make -C "/usr/src/linux-headers-$release" M="$folder" modules ||
    fail "the module does not build; see the messages above."
}

build_programs() {
  quietly gcc -O2 -static -Wall -Werror -o "$cache/init" "$files/init.c" ||
    fail "the first program does not build; see the messages above."
  quietly swift build -c release --static-swift-stdlib --scratch-path "$cache/swift" \
    --product guest-tests || fail "the tests do not build; see the messages above."
}

# Packs the file system of the virtual machine: the programs and the libraries they need.
pack() {
  local image=$cache/image
  rm -rf "$image"
  mkdir -p "$image"/{proc,sys,dev,tmp,bin}
  cp "$cache/init" "$image/init"
  cp "$cache/module/synthetic_pmu.ko" "$image/"
  cp "$cache/swift/release/guest-tests" "$image/bin/"
  local library
  ldd "$image/bin/guest-tests" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "$image$(dirname "$library")"
    cp -L "$library" "$image$library"
  done
  (cd "$image" && find . | cpio --quiet -o -H newc | gzip -1) >"$cache/image.gz"
}

# Boots with module parameters and arguments of the tests, and prints what they say.
boot() {
  local log=$cache/log-$1
  timeout 300 "${emulator[@]}" -kernel "$kernel" -initrd "$cache/image.gz" \
    -append "console=ttyS0 quiet panic=-1 guest.module=\"$2\" guest.run=\"/bin/guest-tests $1\"" \
    </dev/null 2>&1 | tr -d '\r' >"$log" || true
  sed -n '/=== guest begins ===/,/=== guest ends/p' "$log" | grep -E '^(ok|not ok|#) ' || true
  grep -q '=== guest ends with 0 ===' "$log" || {
    tail -n 5 "$log" >&2
    failed+=("$1")
  }
}

case "$(uname -m)" in
x86_64) ;;
*) skip "the module is built for x86-64 only" ;;
esac
mkdir -p "$cache"
cd "$root"
install_parts
say "Building the module and the tests for Linux $release"
fetch_kernel
build_module
build_programs
pack
failed=()
say "Running the tests in the virtual machine"
boot rotation counters=4
[ ${#failed[@]} -eq 0 ] || fail "these tests failed in the virtual machine: ${failed[*]}."
say "All tests passed in the virtual machine"
