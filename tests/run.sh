#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh BUILD [REGEX]: every test of a build, or those whose name fits, with one PostgreSQL for all of them.
set -eu
build=$1
place=$(mktemp -d)
stop() {
    tests/postgres.sh stop "$place" || true
    rm -rf "$place"
}
trap stop EXIT INT TERM
# The tests kill the program, never the machine: what PostgreSQL has written need not reach the disk.
LGNET_TEST_POSTGRES=$(LGNET_POSTGRES_FSYNC=off tests/postgres.sh start "$place")
export LGNET_TEST_POSTGRES
ctest --test-dir "$build" --output-on-failure -j2 ${2:+-R "$2"}
