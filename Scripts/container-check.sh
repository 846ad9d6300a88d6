#!/usr/bin/env bash
# Proves that a bare system and a Swift toolchain suffice: makes a minimal Debian
# 12 (or, with `noble`, Ubuntu 24.04) in a temporary folder, puts the toolchain
# and clean clones into it, and runs Scripts/demo.sh and Scripts/test.sh there, each
# twice as root and once as a user without any privilege. Needs root and
# debootstrap, and leaves nothing behind. MIRROR and KEYRING name another mirror and
# the keys that its packages are signed with.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

suite=${1:-bookworm}
case "$suite" in
bookworm)
  mirror=${MIRROR:-http://deb.debian.org/debian}
  components=main
  keyring=${KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
  ;;
noble)
  mirror=${MIRROR:-http://archive.ubuntu.com/ubuntu}
  components=main,universe
  keyring=${KEYRING:-/usr/share/keyrings/ubuntu-archive-keyring.gpg}
  ;;
*) fail "unknown system $suite; there are bookworm and noble." ;;
esac

need_swift
[ "$(id -u)" -eq 0 ] || fail "mounting and changing the root folder need root."
command -v debootstrap >/dev/null || fail "debootstrap is missing; \`apt-get install debootstrap\` brings it."
[ -e "$keyring" ] || fail "$keyring is missing; install debian-archive-keyring or ubuntu-keyring, or set KEYRING."
# Debian's debootstrap does not know Ubuntu's newer names; all are made alike.
steps=/usr/share/debootstrap/scripts/$suite
[ -e "$steps" ] || steps=/usr/share/debootstrap/scripts/gutsy
toolchain=$(dirname "$(dirname "$(toolchain_programs)")")
[ "$toolchain" != / ] ||
  fail "the toolchain lies in /usr among other programs; put one into a folder of its own for this check."

# All mounts are made in a namespace of their own and end with it, whatever happens.
if [ -z "${CONTAINER_CHECK_ROOT-}" ]; then
  CONTAINER_CHECK_ROOT=$(mktemp -d "${TMPDIR:-/var/tmp}/container-check.XXXXXX")
  export CONTAINER_CHECK_ROOT
  trap 'rm -rf --one-file-system "$CONTAINER_CHECK_ROOT"' EXIT
  status=0
  unshare --mount --propagation private "$root/Scripts/container-check.sh" "$suite" || status=$?
  exit "$status"
fi
system=$CONTAINER_CHECK_ROOT

say "Making a minimal $suite in $system"
quietly debootstrap --variant=minbase --components="$components" --keyring="$keyring" \
  "$suite" "$system" "$mirror" "$steps" ||
  fail "debootstrap could not make the system; see its messages above."
# The folder was made for root alone, and is the root folder of every user in it.
chmod 755 "$system"
mkdir -p "$system$toolchain"
mount --bind -o ro "$toolchain" "$system$toolchain"
# A system that was started has it mounted, a mere folder of a system has not.
mountpoint -q /sys/kernel/tracing || mount -t tracefs tracefs /sys/kernel/tracing ||
  say "tracefs cannot be mounted; the tests of tracepoints will be skipped"
mount --rbind /proc "$system/proc"
mount --rbind /sys "$system/sys"
mount --rbind /dev "$system/dev"
mount -t tmpfs tmpfs "$system/tmp"
cp /etc/resolv.conf "$system/etc/resolv.conf"

chmod 1777 "$system/tmp"
mkdir "$system/home/user"
for home in root home/user; do
  quietly git clone --no-hardlinks "$root" "$system/$home/swift-perf-events" ||
    fail "the clone could not be made."
done
revision=$(git -C "$system/root/swift-perf-events" rev-parse --short HEAD)
ordinary=65534:65534
chown -R "$ordinary" "$system/home/user"

# Runs a command in the clone of the user whose numbers and home are given.
as() {
  chroot --userspec="$1" "$system" /usr/bin/env -i HOME="$2" LANG=C.UTF-8 TERM=dumb \
    PATH="$toolchain/usr/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    bash -c "cd $2/swift-perf-events && $3"
}

# Runs a command as `as` does, and says how it ended.
check() {
  local started=$SECONDS
  say "$3 as user ${1%:*} in $suite, commit $revision"
  as "$@" || fail "$3 failed for user ${1%:*} in a minimal $suite with status $?."
  say "$3 passed in $((SECONDS - started)) s"
}

for command in Scripts/demo.sh Scripts/test.sh Scripts/demo.sh Scripts/test.sh; do
  check 0:0 /root "$command"
done
[ -z "$(as 0:0 /root Scripts/setup.sh)" ] ||
  fail "Scripts/setup.sh still finds something to install after it has run."
for command in Scripts/demo.sh Scripts/test.sh; do
  check "$ordinary" /home/user "$command"
done
say "Both commands pass in a minimal $suite, for root twice and for an ordinary user"
