#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs what is missing, builds, and runs every test. The last lines say how many passed.
set -eu
packaging=$(cd "$(dirname "$0")" && pwd)
"$packaging/build.sh"
cd "$packaging/.."
exec ctest --test-dir build/release --output-on-failure --parallel "$(nproc)"
