#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh BUILD [REGEX]: every test of a build, or those whose name fits, with one PostgreSQL for all of them.
set -eu
build=$1
# Tests make and drop some hundred thousand small files: in memory, where there is room for it.
in_memory=/dev/shm
free=$(df --output=avail -k "$in_memory" 2>/dev/null | tail -n 1)
memory=$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)
if [ "${free:-0}" -gt 8000000 ] && [ "${memory:-0}" -gt 12000000 ]; then
    place=$(mktemp -d "$in_memory/lgnet-XXXXXX")
else
    place=$(mktemp -d)
fi
stop() {
    tests/postgres.sh stop "$place/postgres" || true
    rm -rf "$place"
}
trap stop EXIT INT TERM
chmod 711 "$place" # PostgreSQL is another user's
mkdir "$place/tmp"
export TMPDIR="$place/tmp"
# The tests kill the program, never the machine: what PostgreSQL has written need not reach the disk.
LGNET_TEST_POSTGRES=$(LGNET_POSTGRES_FOR=tests tests/postgres.sh start "$place/postgres")
export LGNET_TEST_POSTGRES
ctest --test-dir "$build" --output-on-failure -j2 ${2:+-R "$2"}
