#!/usr/bin/env bash
# Measures the registry and the reporting worker beside the baselines, and prints
# the ratios: docs/benchmarks.md. Everything is up from the first round to the last
# and takes its turns within each, so that all meet the same machine with the same
# amount of data already written.
#   tests/benchmark/compare.sh OUT_FOLDER [ROUNDS] [SECONDS]
# Needs the baselines in ../shared/baselines and the packages etcd-server,
# etcd-client, postgresql-15, postgresql-contrib, libpq-dev.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
out=$(realpath -m "${1:?usage: compare.sh OUT_FOLDER [ROUNDS] [SECONDS]}")
rounds=${2:-9}
seconds=${3:-1}
baselines=$root/../shared/baselines
[ -d "$baselines" ] || { echo "baselines are absent: $baselines" >&2; exit 2; }
mkdir -p "$out"

cmake --preset release >/dev/null
cmake --build --preset release --target compendium-registry compendium-reporting load_generator
bin=$root/build/release/bin

# The baselines' own functions start and stop their servers and wait for a
# quiet machine.
export BASELINES_OUT=$out SECS=$seconds
# shellcheck source=/dev/null
. "$baselines/scripts/lib.sh"
build
rm -f "$RES/compare.jsonl"

# shellcheck disable=SC2034  # set and read through their names
registry_pid='' reporting_pid='' registry='' reporting=''
# serve NAME PROGRAM OPTIONS...: sets NAME and NAME_pid.
serve() {
  local log=$DATA/$1.log i
  : >"$log"
  "$bin/$2" --listen_address=127.0.0.1:0 --data_dir="$DATA/$1" "${@:3}" 2>"$log" &
  printf -v "$1_pid" %s $!
  for ((i = 0; i < 300; i++)); do
    printf -v "$1" %s "$(sed -n 's/.*"event":"serving".*"address":"\([^"]*\)".*/\1/p' "$log")"
    [ -n "${!1}" ] && return 0
    sleep 0.1
  done
  cat "$log" >&2
  return 1
}
finish() {
  local name pid
  for name in reporting registry; do
    pid=${name}_pid
    [ -n "${!pid}" ] || continue
    kill "${!pid}" 2>/dev/null || true
    wait "${!pid}" 2>/dev/null || true
    printf -v "$pid" %s ''
  done
  rm -rf "$DATA/registry" "$DATA/reporting"
}
declare -A probe_port=() probe_pid=()
start_probe() { # LABEL ARGUMENTS OF THE SERVER...: holds as much as the others
  local label=$1 port=$((STORE_PORT + ${#probe_port[@]}))
  rm -rf "${DATA:?}/$label"
  "$B/echo_server" --mode=store --db="$DATA/$label" --port=$port --max-secs=7200 "${@:2}" >"$DATA/$label.log" &
  probe_port[$label]=$port probe_pid[$label]=$!
  until grep -q ready "$DATA/$label.log"; do sleep 0.1; done
  "$B/echo_client" put --inflight=64 --channels=4 --secs=1 --target="127.0.0.1:$port" --label=fill >/dev/null
}
stop_probes() {
  local label
  for label in "${!probe_port[@]}"; do
    kill "${probe_pid[$label]}" 2>/dev/null || true
    wait "${probe_pid[$label]}" 2>/dev/null || true
    rm -rf "${DATA:?}/$label"
  done
}
trap 'finish; stop_probes; stop_all' EXIT
finish  # an interrupted run may have left its data

load() { # COMMAND OPTIONS...
  run compare "$bin/load_generator" "$@" --registry="$registry" --reporting="$reporting" --server_pid="$registry_pid"
}
probe() { # LABEL PORT PID COMMAND ARGUMENTS...
  run compare "$B/echo_client" "${@:4}" --target="127.0.0.1:$2" --label="$1" --server-pid="$3"
}

start_echo cb
start_pg
start_etcd
"$B/etcd_bench" fill --keys=10000 --channels=4 >/dev/null
"$B/pg_bench" load --records=10000 >/dev/null
serve registry compendium-registry
"$bin/load_generator" fill --records=10000 --registry="$registry"
start_probe store2
start_probe store1 --single-copy=1
start_probe store1f --single-copy=1 --finisher=1

for ((round = 0; round < rounds; round++)); do
  echo "round $((round + 1)) of $rounds"
  for n in 1 8 64; do
    channels=$((n > 4 ? 4 : 1))
    # shellcheck disable=SC2016  # evaluated by run
    PRE='rm -rf "$DATA/rdb"' run compare "$B/rocksdb_bench" write --db="$DATA/rdb" --mode=queue --writers=$n --keys=10000 --secs="$seconds" --single-copy=1
    rm -rf "$DATA/rdb"
    load put --in_flight=$n --channels=$channels --seconds="$seconds"
    for label in "${!probe_port[@]}"; do
      probe "$label" "${probe_port[$label]}" "${probe_pid[$label]}" put --inflight=$n --channels=$channels --secs="$seconds"
    done
    run compare "$B/etcd_bench" put --inflight=$n --channels=$channels --secs="$seconds" --server-pid="$ETCD_PID"
    run compare "$B/pg_bench" upsert --variant=loghist --clients=$n --secs="$seconds" --server-pid="$PG_PID"
  done
  for n in 1 8 64; do
    channels=$((n > 4 ? 4 : 1))
    probe cb "$ECHO_PORT" "$ECHO_PID" get --inflight=$n --channels=$channels --secs="$seconds"
    load get --in_flight=$n --channels=$channels --seconds="$seconds"
    run compare "$B/etcd_bench" get --inflight=$n --channels=$channels --secs="$seconds" --server-pid="$ETCD_PID"
    run compare "$B/pg_bench" get --clients=$n --secs="$seconds" --server-pid="$PG_PID"
  done
  for n in 1 8 64; do
    load watch --watchers=$n --rate=200 --count=600
    run compare "$B/etcd_bench" watch --watchers=$n --rate=200 --count=600 --server-pid="$ETCD_PID"
  done
done

# A worker costs the registry a watcher, so it comes when all else is measured.
serve reporting compendium-reporting --registry_address="$registry"
# It reads all that was written before it sees the first of these.
for ((i = 0; i < 30; i++)); do
  "$bin/load_generator" visible --rate=10 --count=1 --registry="$registry" --reporting="$reporting" >/dev/null 2>&1 && break
done
for ((round = 0; round < rounds; round++)); do
  load visible --rate=500 --count=2500
  run compare "$B/pg_bench" e2e --what=cell --times=300 --keys=10000 --label=10000 --server-pid="$PG_PID"
done
python3 tests/benchmark/ratios.py "$RES/compare.jsonl"
