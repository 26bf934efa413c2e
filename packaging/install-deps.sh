#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs what the build needs, by Debian's own tools, from the one list in debian/control.
# Does nothing, quickly, when all of it is there.
set -eu
packaging=$(cd "$(dirname "$0")" && pwd)

if missing=$(dpkg-checkbuilddeps "$packaging/debian/control" 2>&1); then
  exit 0
fi
if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "Some packages are missing. Run $packaging/install-deps.sh as root once." >&2
  exit 1
fi
echo "Installing what the build needs (the list is in packaging/debian/control)."
case $missing in
  *"Unmet build dependencies:"*) echo "Missing:${missing#*dependencies:}" ;;
esac
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get build-dep -q -y --no-install-recommends "$packaging"
