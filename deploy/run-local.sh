#!/usr/bin/env bash
# Installs what is missing, builds, starts registry and reporting on this
# machine, loads a round, prints coverage and calendar, and stays up.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'END'
usage: deploy/run-local.sh [--once] [--compendium FILE] [--round ID]
                           [--data-dir DIR]
  --once             end after printing; the data goes to a folder that is removed
  --compendium FILE  load this compendium text instead of the sample round
  --round ID         the round to load it into (2016)
  --data-dir DIR     where the services keep their data (build/local)
END
}

once=false
document=data/round-2016.json
round=2016
data_dir=$PWD/build/local
while [ $# -gt 0 ]; do
  case "$1" in
    --once) once=true ;;
    --compendium) document=${2:?--compendium wants a file}; shift ;;
    --round) round=${2:?--round wants an id}; shift ;;
    --data-dir) data_dir=${2:?--data-dir wants a folder}; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
[ -r "$document" ] || { echo "$document: cannot be read" >&2; exit 2; }
document=$(realpath "$document")

deploy/install-packages.sh run
cmake --preset release >build-configure.log 2>&1 || { cat build-configure.log >&2; rm -f build-configure.log; exit 1; }
rm -f build-configure.log
echo "building (the first time takes some minutes)"
cmake --build --preset release --target compendium-registry compendium-reporting compendium
bin=$PWD/build/release/bin

$once && data_dir=$(mktemp -d)
mkdir -p "$data_dir/registry" "$data_dir/reporting"
pids=() programs=()
# shellcheck disable=SC2317  # the trap calls it
stop() {
  # Reporting first, so that it does not see the registry go away.
  for pid in "${pids[@]}"; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  if $once; then rm -rf "$data_dir"; fi
}
trap stop EXIT
trap 'exit 130' INT TERM

# start PROGRAM OPTIONS... sets $address when the program serves.
start() {
  local log=$data_dir/$1.log program=$1 i
  : >"$log"
  "$bin/$program" "${@:2}" 2>"$log" &
  local pid=$!
  pids=("$pid" "${pids[@]}")
  programs=("$program" "${programs[@]}")
  for ((i = 0; i < 600; i++)); do
    address=$(sed -n 's/.*"event":"serving".*"address":"\([^"]*\)".*/\1/p' "$log")
    [ -n "$address" ] && return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  echo "$program did not start:" >&2
  cat "$log" >&2
  return 1
}

registry_listen=127.0.0.1:7601 reporting_listen=127.0.0.1:7602 http_listen=127.0.0.1:7603
if $once; then registry_listen=127.0.0.1:0 reporting_listen=127.0.0.1:0 http_listen=127.0.0.1:0; fi
start compendium-registry --listen_address="$registry_listen" --data_dir="$data_dir/registry"
export COMPENDIUM_REGISTRY=$address
start compendium-reporting --listen_address="$reporting_listen" --http_address="$http_listen" --registry_address="$COMPENDIUM_REGISTRY" --data_dir="$data_dir/reporting"
export COMPENDIUM_REPORTING=$address
http=http://$(sed -n 's/.*"event":"serving".*"http_address":"\([^"]*\)".*/\1/p' "$data_dir/compendium-reporting.log")

"$bin/compendium" import "$document" --round "$round" --author run-local --reason "deploy/run-local.sh"
# The first "revision" of the document is the registry's.
revision=$("$bin/compendium" status --json | sed -n 's/.*"revision": *"\([0-9]*\)".*/\1/p' | head -1)
: "${revision:?compendium status gave no revision}"
echo
"$bin/compendium" coverage --round "$round" --min-revision "$revision"
echo
"$bin/compendium" calendar --round "$round" --min-revision "$revision"

if $once; then exit 0; fi
cat <<END

registry   $COMPENDIUM_REGISTRY   (gRPC compendium.registry.v1, reflection, health)
reporting  $COMPENDIUM_REPORTING   (gRPC compendium.reporting.v1, reflection, health)
           $http   (Connect/JSON, /livez, /readyz, /metrics)
data       $data_dir
command    $bin/compendium --help
Ctrl-C stops both.
END

# Until the first of them ends, which neither should.
status=0
wait -n -p ended "${pids[@]}" || status=$?
for i in "${!pids[@]}"; do
  [ "${pids[$i]}" = "${ended:-}" ] || continue
  echo "${programs[$i]} ended with status $status; the end of its log:" >&2
  tail -n 20 "$data_dir/${programs[$i]}.log" >&2
done
exit 1
