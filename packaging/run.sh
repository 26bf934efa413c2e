#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs what is missing, builds, and starts the kiosk of a demo centre.
# Without a display it opens a virtual one and takes a guided tour: pictures of the screens it
# passed, and the counts it made. The tour has its own data in DIR/tour, made anew each time.
set -eu
packaging=$(cd "$(dirname "$0")" && pwd)
kiosk=$packaging/../build/release/bin/sveiki-kiosk
centre=$packaging/../config/centres/kretinga.toml

case $#,${1:-} in
  0,) data=${XDG_DATA_HOME:-$HOME/.local/share}/sveiki-demo ;;
  2,--data) data=$2 ;;
  *)
    echo "Usage: $0 [--data DIR]" >&2
    exit 2
    ;;
esac

"$packaging/build.sh"
mkdir -p "$data"
data=$(cd "$data" && pwd)

if [ -n "${DISPLAY:-}" ]; then
  [ -e "$data/centre.toml" ] || "$kiosk" setup --data "$data" --centre "$centre" --demo
  exec "$kiosk" run --data "$data" --fullscreen
fi

tour=$data/tour
rm -rf "$tour"
mkdir -p "$tour/screens" "$tour/plan/centres" "$tour/plan/timetables"
# Nobody tours on a holiday: whatever day it is, the door shall be open.
grep -v '^holidays' "$centre" >"$tour/plan/centres/kretinga.toml"
cp "$packaging/../config/timetables/kretinga.toml" "$tour/plan/timetables"
"$kiosk" setup --data "$tour" --centre "$tour/plan/centres/kretinga.toml" --demo

# The tour comes on the next working day: the demo's visits end today, and the door is open then.
ahead=1
while [ "$(date -d "+$ahead days" +%u)" -gt 5 ]; do ahead=$((ahead + 1)); done
day=$(date -d "+$ahead days" +%F)

mkfifo "$tour/display"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$tour/display" 2>"$tour/xvfb.log" &
xvfb=$!
trap 'kill $xvfb' EXIT
read -r display <"$tour/display"
rm "$tour/display"

cd "$tour/screens"
{ echo "clock ${day}T13:42"; cat "$packaging/tour.drive"; } |
  DISPLAY=:$display "$kiosk" drive --data "$tour" --window - >"$tour/tour.jsonl" || {
  echo "The tour did not go as it should:" >&2
  grep '"ok":false' "$tour/tour.jsonl" >&2
  exit 1
}
echo
echo "The tour's screens:"
ls "$tour/screens"/*.png
echo "What it counted on $day:"
"$kiosk" export attendance --data "$tour" --from "$day" --to "$day" --by day,activity --format csv
