#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs what is missing, builds, and starts everything for a demo centre: the region's collector,
# the courier, and the kiosk. What they make is kept in DIR/kiosk, DIR/region and DIR/sync.
# Without a display it opens a virtual one and takes a guided tour on data made anew each time:
# pictures of the screens it passed in DIR/screens, the counts it made, and what the region has of
# them.
set -eu
packaging=$(cd "$(dirname "$0")" && pwd)
bin=$packaging/../build/release/bin
kiosk=$bin/sveiki-kiosk
region=$bin/sveiki-region
sync=$bin/sveiki-sync

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

started=
end() {
  for pid in $started; do kill "$pid" 2>/dev/null || true; done
}
trap end EXIT
trap 'exit 1' INT TERM

# The tour comes tomorrow: the demo's visits end today, and a clock may not show a time before the
# program was made. Nobody tours on a day off: its centre has no holidays, and opens at weekends.
day=$(date -d tomorrow +%F)
for_the_tour() {
  sed '/^holidays/d; s/^\(sat\|sun\) = "closed"/\1 = "8.00-17.00"/
    s/^days = \[/days = ["sat", "sun", /' "$1"
}

if [ -z "${DISPLAY:-}" ]; then
  if [ -e "$data/kiosk" ] && [ ! -e "$data/screens" ]; then
    echo "$data/kiosk is not a tour's: choose another folder for the tour." >&2
    exit 1
  fi
  rm -rf "$data/kiosk" "$data/region" "$data/sync" "$data/screens"
  mkdir -p "$data/screens"
fi

# The kiosk of a demo centre.
if [ ! -e "$data/kiosk/centre.toml" ]; then
  plan=$data/plan
  mkdir -p "$plan/centres" "$plan/timetables"
  for file in centres/kretinga.toml timetables/kretinga.toml; do
    if [ -n "${DISPLAY:-}" ]; then
      cp "$packaging/../config/$file" "$plan/$file"
    else
      for_the_tour "$packaging/../config/$file" >"$plan/$file"
    fi
  done
  "$kiosk" setup --data "$data/kiosk" --centre "$plan/centres/kretinga.toml" --demo
  rm -r "$plan"
fi

# The region it belongs to.
mkdir -p "$data/region" "$data/sync"
if [ ! -e "$data/region/coordinator" ]; then
  year=$(date +%Y)
  owner=$("$region" centre add --data "$data/region" "Kretinga" --kind organisation --country LT \
    --zone Europe/Vilnius --from "$((year - 1))-01-01")
  centre=$("$region" centre add --data "$data/region" "Kretingos dienos veiklos centras" \
    --parent "$owner" --country LT --zone Europe/Vilnius --from "$((year - 1))-01-01")
  # As the centre's own file names them.
  awk '
    function name(language) {
      return match($0, language " = \"[^\"]*\"") ? substr($0, RSTART + 6, RLENGTH - 7) : ""
    }
    /^\[\[/ { activity = /activities/ }
    activity && /^id = / { id = substr($0, 7, length($0) - 7) }
    activity && /^name = / { print id "|" name("lv") "|" name("lt") "|" name("en") }
  ' "$data/kiosk/centre.toml" |
    while IFS='|' read -r activity lv lt en; do
      "$region" activity add --data "$data/region" "$activity" --name-lv "$lv" --name-lt "$lt" \
        --name-en "$en" </dev/null >/dev/null
    done
  "$region" indicator add --data "$data/region" P:SOC1000 --name "At least 1000 people" \
    --from "$((year - 1))-01" --to "$((year + 1))-12" --target 1000 >/dev/null
  code=$("$region" enrol-code --data "$data/region" "$centre" | head -1)
  (umask 077 && od -An -N9 -tx1 /dev/urandom | tr -d ' \n' >"$data/region/coordinator")
  "$region" user add --data "$data/region" coordinator --role coordinator \
    <"$data/region/coordinator" >/dev/null
else
  code=
fi
# Any free port the first time, the same one after: the kiosk remembers it.
[ -e "$data/region/port" ] || echo 0 >"$data/region/port"
"$region" serve --data "$data/region" --listen "127.0.0.1:$(cat "$data/region/port")" \
  >"$data/region/address" 2>"$data/region/log" &
started="$started $!"
until [ -e "$data/region/address" ] && grep -q '^listening on' "$data/region/address"; do
  kill -0 $! || { cat "$data/region/log" >&2; exit 1; }
  sleep 0.1
done
address=$(sed -n 's/^listening on //p' "$data/region/address")
echo "${address##*:}" >"$data/region/port"

# The courier between them.
outbox=$data/kiosk/outbox/outbox.db
[ -z "$code" ] || "$kiosk" region connect --data "$data/kiosk" --region "$address" --code "$code"
carry() {
  "$sync" --outbox "$outbox" --key "$data/sync/device.key" "$@"
}
# Brings the region's names of activities before the first check-in. What cannot be sent it says.
carry --once || true
say_where() {
  echo
  echo "The coordinator's page: $address (login coordinator, password $(cat "$data/region/coordinator"))"
}

if [ -n "${DISPLAY:-}" ]; then
  carry 2>"$data/sync/log" &
  started="$started $!"
  say_where
  "$kiosk" run --data "$data/kiosk" --fullscreen
  exit
fi

mkfifo "$data/display"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$data/display" 2>"$data/xvfb.log" &
started="$started $!"
read -r display <"$data/display"
rm "$data/display"

cd "$data/screens"
# Places are taken a week later: in sessions of the next six days the demo's people have theirs. A
# week takes two pages, the second begins with Friday.
later=$(date -d "$day + 7 days" +%F)
turn=
[ "$(date -d "$later" +%u)" -lt 5 ] || turn='tap more\n'
{ echo "clock ${day}T13:42"; sed "s/^tap day\.2\*$/${turn}tap day.$later/" "$packaging/tour.drive"; } |
  DISPLAY=:$display "$kiosk" drive --data "$data/kiosk" --window - >"$data/tour.jsonl" || {
  echo "The tour did not go as it should:" >&2
  grep '"ok":false' "$data/tour.jsonl" >&2
  exit 1
}
echo
echo "The tour's screens:"
ls "$data/screens"/*.png
echo "What it counted on $day:"
"$kiosk" export attendance --data "$data/kiosk" --from "$day" --to "$day" --by day,activity --format csv
carry --once
echo "What the region has of that month:"
"$region" export --data "$data/region" --from "$(date -d "$day" +%Y-%m)" \
  --to "$(date -d "$day" +%Y-%m)" --format csv --purpose audit -o "$data/region/month.csv"
cat "$data/region/month.csv"
say_where
# Somebody at a terminal may want to look at it; a machine goes on.
if [ -t 0 ]; then
  echo "It stays until you press Enter."
  read -r _
fi
