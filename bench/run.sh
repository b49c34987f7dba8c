#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh BUILD: measures lgnet on this machine, on SQLite and on PostgreSQL, in turn with a bare loop
# that writes the very same rows, and prints ratios (bench/README.md says how to read them). What was
# measured stays in BUILD/bench.txt. Longer and steadier: BENCH_ROUNDS=9.
set -eu

build=$1
rounds=${BENCH_ROUNDS:-3}
milliseconds=${BENCH_MILLISECONDS:-2000}
place=$(mktemp -d)
postgres=$(mktemp -d) # given to another user when we are root, so not inside the first
port=$((20000 + $$ % 10000))
results=$build/bench.txt
server=

stop_server() {
    [ -n "$server" ] || return 0
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" || true
    server=
}

clean_up() {
    stop_server
    tests/postgres.sh stop "$postgres" 2>/dev/null || true
    rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

load() { "$build/bench_load" --port "$port" "$@"; }

start_server() { # DATA: returns at the first answer
    "$build/lgnet" demo --data "$1" --listen "127.0.0.1:$port" >"$place/log" 2>&1 &
    server=$!
    load wait --process "$server" || { cat "$place/log" >&2; exit 1; }
}

note() { echo "$*" >>"$results"; }
say() { echo "$*" >&2; }

status_kilobytes() { sed -n "s/^$1:[^0-9]*\([0-9]*\) kB/\1/p" "/proc/$server/status"; }

# The demonstration is filled by the first start; the second one is what people have every day.
cold_starts() { # DATA
    for round in 1 2 3 4 5; do
        stop_server
        begins=$(date +%s%N)
        start_server "$1"
        note "start milliseconds=$((($(date +%s%N) - begins) / 1000000))"
    done
    sleep 3
    note "memory state=rest kilobytes=$(status_kilobytes VmRSS)"
}

# The server's turn, then the bare loop's with what the server has written; then pages are read. A
# second twin is for a bare loop that waits for the answer to each row, where there is such a thing.
measure() { # DATABASE SERVER-URL TWIN-URL [TWIN-URL]
    for round in $(seq "$rounds"); do
        for clients in 1 8 32; do
            say "$1: round $round of $rounds, $clients clients"
            recorded=$(load record --clients "$clients" --milliseconds "$milliseconds" --warm-up 300 \
                --process "$server")
            batch=$(echo "$recorded" | sed 's/.*batch=\([0-9.]*\).*/\1/')
            limit=$("$build/bench_limit" --server "$2" --twin "$3" --batch "$batch")
            read=$(load read --clients "$clients" --milliseconds $((milliseconds / 2)) --warm-up 100)
            submitted=$(load submit --clients "$clients" --milliseconds "$milliseconds" --warm-up 300)
            note "record database=$1 clients=$clients $recorded"
            note "limit database=$1 clients=$clients $limit"
            note "submit database=$1 clients=$clients $submitted"
            note "read database=$1 clients=$clients $read"
        done
        [ -n "${4:-}" ] || continue
        limit=$("$build/bench_limit" --server "$2" --twin "$4" --batch "$batch" --one-by-one)
        note "limit_one_by_one database=$1 clients=$clients $limit"
    done
}

on_sqlite() {
    say "SQLite: the demonstration network is being made"
    data=$place/sqlite
    start_server "$data"
    stop_server
    mkdir "$place/twin"
    cp "$data/roma.db" "$place/twin/roma.db"
    cold_starts "$data"
    measure sqlite "sqlite:$data/roma.db" "sqlite:$place/twin/roma.db"
    note "memory state=load kilobytes=$(status_kilobytes VmHWM)"
    sleep 3
    note "memory state=after kilobytes=$(status_kilobytes VmRSS)"
    stop_server
}

# Of the demonstration, Roma and the network: the other cities would only take time.
on_postgres() {
    say "PostgreSQL: the demonstration's Roma is being made"
    base=$(tests/postgres.sh start "$postgres")
    in_base() { psql -q -X -d "$base" -c "$1"; }
    # What the server would do by itself within a minute; until then it plans without knowing its rows.
    analyze() { psql -q -X -d "postgresql://postgres@/server?host=$postgres" -c "vacuum analyze"; }
    url_of() { echo "postgresql://postgres@/$1?host=$postgres&schema=$2"; }
    in_base "create database server"
    LGNET_CITIES=roma
    LGNET_STORES_ROMA=$(url_of server roma)
    LGNET_STORES_RETE=$(url_of server rete)
    export LGNET_CITIES LGNET_STORES_ROMA LGNET_STORES_RETE
    start_server "$place/on_postgres"
    stop_server
    analyze
    in_base "create database twin template server"
    in_base "create database slow_twin template server"
    start_server "$place/on_postgres"
    measure postgresql "$(url_of server roma)" "$(url_of twin roma)" "$(url_of slow_twin roma)"
    stop_server
}

# What a phone keeps of the app: every file, as it lies in its cache.
installed() {
    (cd web/dist && find . -type f ! -name '*.br' ! -name '*.gz' ! -name sw.js -printf '%s\n' |
        awk '{ sum += $1 } END { print sum }')
}

# What index.html names, the fonts and the icon; and everything there is, which no first load takes.
web_app() {
    web=web/dist
    sum() { # FILE...: bytes as they are sent to a browser
        total=0
        for file in "$@"; do
            [ -f "$file.br" ] && file=$file.br
            total=$((total + $(stat -c %s "$file")))
        done
        echo "$total"
    }
    first=$(grep -o '\(src\|href\)="[^"]*"' $web/index.html | sed 's/.*="\(.*\)"/\1/; s|^\.\{0,1\}/||')
    # shellcheck disable=SC2086,SC2046 # one word a file; our names have no spaces
    bytes=$(cd $web && sum index.html $first $(find assets -name '*.woff2')) # fails where one is missing
    note "web part=first bytes=$bytes"
    note "web part=installed bytes=$(installed)"
    # shellcheck disable=SC2046
    bytes=$(cd $web && sum $(find . -type f ! -name '*.br' ! -name '*.gz'))
    note "web part=all bytes=$bytes"
}

# A phone's shift of 200 contacts over a slow line.
slow_line() {
    say "a whole shift over a slow line"
    node bench/sync.mjs "$build/lgnet" >>"$results"
}

: >"$results"
web_app
slow_line
on_sqlite
on_postgres
awk -f bench/ratios.awk "$results"
