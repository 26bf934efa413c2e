#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes the README's pictures again, by the program itself.
set -eu
packaging=$(cd "$(dirname "$0")" && pwd)
kiosk=$packaging/../build/release/bin/sveiki-kiosk
pictures=$packaging/../assets/screenshots
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$packaging/build.sh"
mkdir -p "$pictures"
# A Monday in autumn, the same for every picture.
"$kiosk" setup --data "$data/centre" --centre "$packaging/../config/centres/kretinga.toml" --demo --today 2026-11-23 >/dev/null
cd "$pictures"
"$kiosk" drive --data "$data/centre" - <<'SCRIPT'
clock 2026-11-23T13:42
tap language.lv
shot attract.png
tap day.today
shot today.png
tap week.this
shot week.png
tap back
tap enter
shot who.png
tap flock.1
shot token.png
tap token.*
wait
tap purpose.sensory-room
wait
shot welcome.png
tap done
tap size.200
shot attract-large.png
tap size.100
tap language.lv
tap theme.evening
tap enter
shot who-evening.png
SCRIPT
