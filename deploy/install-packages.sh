#!/usr/bin/env bash
# Installs the Debian 12 packages that are missing.
#   deploy/install-packages.sh run    what building and running needs
#   deploy/install-packages.sh test   that, and what the test suite needs
set -euo pipefail

run_packages=(
  bubblewrap ca-certificates ccache cmake fonts-crosextra-carlito fonts-dejavu-core
  fonts-freefont-ttf fonts-unifont fonts-wqy-microhei g++ git libabsl-dev libbenchmark-dev
  libboost-dev libcli11-dev libcurl4-openssl-dev libgmock-dev libgoogle-perftools-dev libgrpc++-dev libgtest-dev
  libical-dev libprotobuf-dev librocksdb-dev libsqlite3-dev libssl-dev libxlsxwriter-dev libzip-dev
  mold ninja-build nlohmann-json3-dev pandoc pkg-config prometheus-cpp-dev protobuf-compiler
  protobuf-compiler-grpc tzdata weasyprint zlib1g-dev
)
test_packages=(
  clang clang-format clang-tidy libclang-rt-14-dev openssl prometheus python3 shellcheck
)

case "${1:-}" in
  run) wanted=("${run_packages[@]}") ;;
  test) wanted=("${run_packages[@]}" "${test_packages[@]}") ;;
  *) echo "usage: $0 run|test" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
# Node.js may come from elsewhere; Debian's is old but does.
if [ "$1" = test ] && ! command -v npm >/dev/null; then
  missing+=(nodejs npm)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

echo "installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "$0: installing packages takes root and there is no sudo; as root, run" >&2
    echo "  apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
