#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes the committed drawings again from pictograms.txt and the npm packages openmoji and
# @tabler/icons. Needs npm; the build itself does not run this.
set -eu
cd "$(dirname "$0")"
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
unpack() {  # package@version, folder
  mkdir "$packages/$2"
  tar -C "$packages/$2" --strip-components=1 -xzf "$packages/$(cd "$packages" && npm pack --silent "$1")"
}
unpack openmoji@17.0.0 openmoji
unpack @tabler/icons@3.51.0 tabler

rm -f svg/*.svg
mkdir -p svg
grep -E '^[a-z]' pictograms.txt | while read -r name code icon; do
  case $code in
    # The icon's colour comes from the text around it; ours is white, to be tinted when drawn.
    tabler) sed 's/currentColor/#FFFFFF/' "$packages/tabler/icons/outline/$icon.svg" >"svg/$name.svg" ;;
    *) cp "$packages/openmoji/color/svg/$code.svg" "svg/$name.svg" ;;
  esac
done
