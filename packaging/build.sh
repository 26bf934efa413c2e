#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs what is missing and builds the release preset: programs land in build/release/bin/.
set -eu
packaging=$(cd "$(dirname "$0")" && pwd)
"$packaging/install-deps.sh"
cd "$packaging/.."
[ -f build/release/build.ninja ] || cmake --preset release
cmake --build --preset release
