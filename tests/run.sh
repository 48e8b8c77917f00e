#!/usr/bin/env bash
# Installs what is missing, builds, and runs the whole suite from nothing.
#   tests/run.sh            everything
#   tests/run.sh STEP ...   only these steps, in this order
# Steps: style contracts release local asan tidy tsan fuzz
set -euo pipefail
cd "$(dirname "$0")/.."

# Seconds that each fuzzer runs; its corpus of found inputs is kept in build/.
fuzz_seconds=${FUZZ_SECONDS:-30}

step_style() {
  git ls-files '*.cc' '*.h' | xargs clang-format --dry-run --Werror
  git ls-files '*.sh' .ci/run | xargs shellcheck
  python3 tests/tidy_test.py
}

step_contracts() {
  # Not `npm ci`: it wants buf's binaries for other systems in the lock file,
  # which a registry that does not serve them cannot give.
  (cd tests/contract && npm install --silent --no-audit --no-fund --ignore-scripts)
  local buf=$PWD/tests/contract/node_modules/.bin/buf
  "$buf" lint proto
  "$buf" format --exit-code --diff proto
  "$buf" breaking proto --against tests/contract/released.binpb
}

workflow() {
  cmake --workflow --preset "$1"
}
step_release() { workflow release; }

# What the first page of the README promises: one command, from sources to a
# report, and nothing left running. --once takes free ports and a folder of its
# own, below TMPDIR.
step_local() (
  # Not local: the trap runs after the function.
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  TMPDIR=$folder deploy/run-local.sh --once >"$folder/output" ||
    { cat "$folder/output"; return 1; }
  grep -E '^39 claims to [0-9]+ goals and [0-9]+ targets of sdg' "$folder/output" ||
    { echo "no coverage in the output:"; cat "$folder/output"; return 1; }
  # The services have the folder in their command lines.
  if pgrep -f -- "--data_dir=$folder"; then
    echo "still running after deploy/run-local.sh --once"
    return 1
  fi
  # It removes its data itself.
  if [ "$(ls -A "$folder")" != output ]; then
    ls -A "$folder"
    echo "left behind by deploy/run-local.sh --once"
    return 1
  fi
)

step_asan() { workflow asan; }
step_tsan() { workflow tsan; }

# Runs one fuzzer on what it found before and on the committed inputs; what it
# prints is shown only when it fails.
fuzz_one() {
  local fuzzer=$1 name seeds=()
  name=$(basename "$fuzzer")
  mkdir -p "build/corpus/$name"
  [ -d "tests/fuzz/corpus/$name" ] && seeds=("tests/fuzz/corpus/$name")
  "$fuzzer" -max_total_time="$fuzz_seconds" -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=0 -verbosity=0 -artifact_prefix="build/corpus/$name-" \
    "build/corpus/$name" "${seeds[@]}" >"build/corpus/$name.log" 2>&1 ||
    { cat "build/corpus/$name.log"; echo "fuzz: $name failed"; return 1; }
  echo "fuzz: $name for $fuzz_seconds s"
}

step_fuzz() {
  workflow fuzz
  export -f fuzz_one
  export fuzz_seconds
  find build/fuzz -name '*_fuzz' -type f -executable | sort |
    xargs -P "$(nproc)" -I{} bash -c 'fuzz_one {}'
}

# With the flags of the clang build, of which it takes only generated code.
step_tidy() {
  cmake --preset asan >/dev/null
  cmake --build --preset asan --target compendium_record_proto_code \
    compendium_service_proto_code compendium_health_proto_code
  python3 tests/clang_tidy.py build/asan
}

deploy/install-packages.sh test
steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(style contracts release local asan tidy tsan fuzz)
summary=()
for step in "${steps[@]}"; do
  echo "==== $step"
  began=$SECONDS
  "step_$step"
  summary+=("$(printf '%-10s ok %5d s' "$step" $((SECONDS - began)))")
done
printf '==== all steps passed\n'
printf '%s\n' "${summary[@]}"
echo "${#steps[@]} passed, 0 failed"
