#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Shows the one path beyond a single machine, on this computer's loopback: two collectors behind
# HAProxy, PostgreSQL as primary and synchronous standby under Patroni and etcd. Centres send all
# the while; the primary is killed as if its plug were pulled. The last line says how many of the
# revisions that were acknowledged are missing: it must be zero.
#   packaging/region/failover.sh [SECONDS]      how long to send, default 90; needs root
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=$here/../../build/release/bin
seconds=${1:-90}
centres=20

for program in etcd patroni haproxy pg_config:/usr/lib/postgresql; do
  case $program in
    *:*) [ -d "${program#*:}" ] && continue ;;
    *) command -v "$program" >/dev/null && continue ;;
  esac
  echo "This needs Debian's packages etcd-server, patroni, haproxy and postgresql." >&2
  exit 2
done
[ "$(id -u)" = 0 ] || { echo "PostgreSQL runs as its own user: start this as root." >&2; exit 2; }

work=$(mktemp -d /tmp/sveiki-failover.XXXXXX)
chmod 755 "$work"
pids=
# Every program has a process group of its own, so that a machine can be killed whole.
start() {  # start LOG COMMAND...
  log=$work/$1.log
  shift
  setsid "$@" >"$log" 2>&1 </dev/null &
  last=$!
  pids="$pids $last"
}
kill_machine() {
  kill -s KILL -- "-$1" 2>/dev/null || true
}
end() {
  for pid in $pids; do kill_machine "$pid"; done
  # PostgreSQL's processes leave their parent's group when Patroni dies.
  pkill -9 -f "$work" 2>/dev/null || true
  if [ "${keep:-}" ]; then echo "Logs: $work"; else rm -rf "$work"; fi
}
trap end EXIT
trap 'exit 1' INT TERM

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}
wait_for() {  # wait_for SECONDS WHAT COMMAND...
  left=$1
  what=$2
  shift 2
  while ! "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    if [ "$left" -le 0 ]; then
      keep=yes
      echo "$what did not come up" >&2
      exit 1
    fi
    sleep 1
  done
}
answers() { curl -fsS -m 2 "$1"; }

for name in REGION_PORT PRIMARY_PORT COLLECTOR_ONE COLLECTOR_TWO PG_A PG_B REST_A REST_B \
  CLIENT_1 CLIENT_2 CLIENT_3 PEER_1 PEER_2 PEER_3; do
  eval "$name=$(free_port)"
done
postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')

fill() {  # fill FILE NAME=VALUE... : the file with its @WORDS@ filled in
  text=$(cat "$here/$1")
  shift
  for pair in HOST=127.0.0.1 "$@"; do
    text=$(printf '%s\n' "$text" | sed "s|@${pair%%=*}@|${pair#*=}|g")
  done
  printf '%s\n' "$text"
}

say "etcd: three members"
cluster=1=http://127.0.0.1:$PEER_1,2=http://127.0.0.1:$PEER_2,3=http://127.0.0.1:$PEER_3
for n in 1 2 3; do
  eval "client=http://127.0.0.1:\$CLIENT_$n peer=http://127.0.0.1:\$PEER_$n"
  start "etcd-$n" etcd --name $n --data-dir "$work/etcd-$n" \
    --listen-client-urls "$client" --advertise-client-urls "$client" \
    --listen-peer-urls "$peer" --initial-advertise-peer-urls "$peer" \
    --initial-cluster "$cluster" --initial-cluster-state new
done
wait_for 30 etcd answers "http://127.0.0.1:$CLIENT_1/health"

say "PostgreSQL: two servers under Patroni"
for node in a b; do
  upper=$(echo $node | tr ab AB)
  eval "pg=\$PG_$upper rest=\$REST_$upper"
  mkdir -p "$work/$node"
  fill patroni.yml NAME=$node REST_PORT="$rest" PG_PORT="$pg" DATA="$work/$node/data" \
    ETCD="127.0.0.1:$CLIENT_1,127.0.0.1:$CLIENT_2,127.0.0.1:$CLIENT_3" \
    BIN="$postgres_bin" SOCKETS="$work/$node" SUPER_PASSWORD="$secret" REPLICA_PASSWORD="$secret" \
    >"$work/$node/patroni.yml"
  chown -R postgres "$work/$node"
  start "patroni-$node" runuser -u postgres -- patroni "$work/$node/patroni.yml"
  eval "machine_$node=$last"
  [ $node = b ] || wait_for 60 "the primary" answers "http://127.0.0.1:$REST_A/primary"
done
wait_for 60 "the synchronous standby" answers "http://127.0.0.1:$REST_B/synchronous"

as_superuser() {
  PGPASSWORD=$secret "$postgres_bin/psql" -qAt -h 127.0.0.1 -p "$PG_A" -U postgres "$@"
}
as_superuser -c "CREATE ROLE sveiki LOGIN PASSWORD '$secret'" -c "CREATE DATABASE sveiki OWNER sveiki"

say "HAProxy, and two collectors behind it"
fill haproxy.cfg REGION_PORT="$REGION_PORT" PRIMARY_PORT="$PRIMARY_PORT" \
  COLLECTOR_ONE="$COLLECTOR_ONE" COLLECTOR_TWO="$COLLECTOR_TWO" \
  PG_A="$PG_A" PG_B="$PG_B" REST_A="$REST_A" REST_B="$REST_B" >"$work/haproxy.cfg"
start haproxy haproxy -db -f "$work/haproxy.cfg"
uri="postgresql://sveiki:$secret@127.0.0.1:$PRIMARY_PORT/sveiki?connect_timeout=2"
sleep 2
for port in "$COLLECTOR_ONE" "$COLLECTOR_TWO"; do
  start "collector-$port" "$bin/sveiki-region" serve --postgres "$uri" --listen "127.0.0.1:$port" --behind-proxy
  wait_for 30 "a collector" answers "http://127.0.0.1:$port/healthz"
done
wait_for 10 "HAProxy" answers "http://127.0.0.1:$REGION_PORT/healthz"

say "$centres centres send for $seconds seconds"
n=0
while [ $n -lt $centres ]; do
  n=$((n + 1))
  id=$("$bin/sveiki-region" centre add "Centre $n" --country LV --from 2026-01-01 --postgres "$uri")
  "$bin/sveiki-region" enrol-code "$id" --postgres "$uri" | head -1
done >"$work/codes"
"$bin/failover_senders" "http://127.0.0.1:$REGION_PORT" "$seconds" <"$work/codes" >"$work/senders.log" &
senders=$!

sleep $((seconds / 3))
say "the primary's plug is pulled"
pulled=$(date +%s%N)
kill_machine "$machine_a"
pkill -9 -f "$work/a/" || true
wait_for 120 "the new primary" answers "http://127.0.0.1:$REST_B/primary"
say "the standby is primary after $((($(date +%s%N) - pulled) / 1000000)) ms"
# Strict: it acknowledges nothing until it has a standby again.
start patroni-a-again runuser -u postgres -- patroni "$work/a/patroni.yml"
wait_for 120 "the synchronous standby" answers "http://127.0.0.1:$REST_A/synchronous"
say "the old primary follows it"

wait $senders && status=0 || status=$?
cat "$work/senders.log"
[ $status = 0 ] || keep=yes
exit $status
