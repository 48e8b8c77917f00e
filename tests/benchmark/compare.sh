#!/usr/bin/env bash
# Measures the registry and the reporting worker beside the baselines, one after
# the other within each round, and prints the ratios: docs/benchmarks.md.
#   tests/benchmark/compare.sh OUT_FOLDER [ROUNDS] [SECONDS]
# Needs the baselines in ../shared/baselines and the packages etcd-server,
# etcd-client, postgresql-15, postgresql-contrib, libpq-dev.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
out=$(realpath -m "${1:?usage: compare.sh OUT_FOLDER [ROUNDS] [SECONDS]}")
rounds=${2:-5}
seconds=${3:-3}
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
trap 'finish; stop_all' EXIT
finish  # an interrupted run may have left its data

load() { # COMMAND OPTIONS...
  run compare "$bin/load_generator" "$@" --registry="$registry" --reporting="$reporting" --server_pid="$registry_pid"
}
probe() { # LABEL ARGUMENTS OF THE SERVER -- ARGUMENTS OF THE CLIENT
  local label=$1 server=()
  shift
  while [ "$1" != -- ]; do server+=("$1"); shift; done
  shift
  start_store "${server[@]}"
  run compare "$B/echo_client" "$@" --target="127.0.0.1:$STORE_PORT" --label="$label" --server-pid="$STORE_PID"
  stop_store
}

start_echo cb
start_pg
for ((round = 0; round < rounds; round++)); do
  echo "round $((round + 1)) of $rounds"
  start_etcd
  "$B/etcd_bench" fill --keys=10000 --channels=4 >/dev/null
  "$B/pg_bench" load --records=10000 >/dev/null
  serve registry compendium-registry
  "$bin/load_generator" fill --records=10000 --registry="$registry"
  for n in 1 8 64; do
    channels=$((n > 4 ? 4 : 1))
    # shellcheck disable=SC2016  # evaluated by run
    PRE='rm -rf "$DATA/rdb"' run compare "$B/rocksdb_bench" write --db="$DATA/rdb" --mode=queue --writers=$n --keys=10000 --secs="$seconds" --single-copy=1
    rm -rf "$DATA/rdb"
    load put --in_flight=$n --channels=$channels --seconds="$seconds"
    probe store2 -- put --inflight=$n --channels=$channels --secs="$seconds"
    probe store1 --single-copy=1 -- put --inflight=$n --channels=$channels --secs="$seconds"
    probe store1f --single-copy=1 --finisher=1 -- put --inflight=$n --channels=$channels --secs="$seconds"
    run compare "$B/etcd_bench" put --inflight=$n --channels=$channels --secs="$seconds" --server-pid="$ETCD_PID"
    run compare "$B/pg_bench" upsert --variant=loghist --clients=$n --secs="$seconds" --server-pid="$PG_PID"
  done
  for n in 1 8 64; do
    channels=$((n > 4 ? 4 : 1))
    run compare "$B/echo_client" get --inflight=$n --channels=$channels --secs="$seconds" --label=cb --server-pid="$ECHO_PID"
    load get --in_flight=$n --channels=$channels --seconds="$seconds"
    run compare "$B/etcd_bench" get --inflight=$n --channels=$channels --secs="$seconds" --server-pid="$ETCD_PID"
    run compare "$B/pg_bench" get --clients=$n --secs="$seconds" --server-pid="$PG_PID"
  done
  for n in 1 8 64; do
    load watch --watchers=$n --rate=200 --count=600
    run compare "$B/etcd_bench" watch --watchers=$n --rate=200 --count=600 --server-pid="$ETCD_PID"
  done
  stop_etcd
  serve reporting compendium-reporting --registry_address="$registry"
  "$bin/load_generator" visible --rate=10 --count=1 --registry="$registry" --reporting="$reporting" >/dev/null
  load visible --rate=500 --count=2500
  run compare "$B/pg_bench" e2e --what=cell --times=300 --keys=10000 --label=10000 --server-pid="$PG_PID"
  finish
done
python3 tests/benchmark/ratios.py "$RES/compare.jsonl"
