#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh BUILD: every test of a build, with one PostgreSQL of its own for all of them.
set -eu
build=$1
place=$(mktemp -d)
stop() {
    tests/postgres.sh stop "$place" || true
    rm -rf "$place"
}
trap stop EXIT INT TERM
LGNET_TEST_POSTGRES=$(tests/postgres.sh start "$place")
export LGNET_TEST_POSTGRES
ctest --test-dir "$build" --output-on-failure -j2
