#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# profile.sh BUILD: what the server's processor time goes into while 32 clients record contacts on
# SQLite, in shares. Needs `perf` (Debian package linux-perf) and the right to use it.
set -eu

build=$1
seconds=${BENCH_PROFILE_SECONDS:-5}
place=$(mktemp -d)
port=$((30000 + $$ % 10000))
server=

start_server() {
    "$build/lgnet" demo --data "$place/demo" --listen "127.0.0.1:$port" >"$place/log" 2>&1 &
    server=$!
    "$build/bench_load" --port "$port" wait --process "$server" || { cat "$place/log" >&2; exit 1; }
}

stop_server() {
    [ -n "$server" ] || return 0
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" || true
    server=
}
trap 'stop_server; rm -rf "$place"' EXIT
trap 'exit 130' INT TERM

start_server # fills the demonstration
stop_server
start_server
"$build/bench_load" --port "$port" record --clients 32 --milliseconds $((seconds * 1000 + 3000)) \
    --process "$server" >&2 &
clients=$!
sleep 1.5 # to log in, to look for persons, to be under way
perf record --quiet --freq 2000 --call-graph dwarf,16384 --pid "$server" --output "$place/samples" \
    -- sleep "$seconds"
wait "$clients"
perf script --input "$place/samples" --no-inline --fields comm,ip,sym 2>/dev/null |
    awk -f bench/account.awk
