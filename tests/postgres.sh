#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# A private PostgreSQL for tests, on a socket in its own folder; nothing of the machine's own cluster
# is touched.
#
#   tests/postgres.sh start DIR [PID]   makes and starts it, prints its URL; with a PID it stops and
#                                       removes itself when that process has ended
#   tests/postgres.sh stop DIR          stops and removes it
#
# LGNET_POSTGRES_FOR=tests or bench where only the program is killed, never the machine: what it writes
# need not reach the disk, which is twice as fast. For tests nobody tidies up either: there are half a
# million tables, which stand for a second each.
#
# DIR must not exist, or be empty, and should be short (a socket's path has 107 characters at most).
set -eu

say() { echo "postgres.sh: $*" >&2; exit 1; }

# The server refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || say "PostgreSQL is not installed (Debian package: postgresql)"
[ $# -ge 2 ] || say "use: start DIR [PID] or stop DIR"
command=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)

for_tests() {
    cat <<END
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
END
}

start() {
    [ -z "$(ls -A "$folder")" ] || say "$folder is not empty"
    if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
    chmod 700 "$folder"
    cd "$folder"
    # Text sorts by its bytes, as in SQLite: store/DIALECT.md.
    as_postgres "$programs/initdb" --pgdata="$folder/data" --username=postgres --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions >"$folder/initdb.log" 2>&1 ||
        say "initdb failed: $(cat "$folder/initdb.log")"
    cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
shared_buffers = 64MB
log_min_messages = fatal
END
    case ${LGNET_POSTGRES_FOR:-} in
    tests) for_tests ;;
    bench) echo "fsync = off" ;;
    esac >>"$folder/data/postgresql.conf"
    as_postgres "$programs/pg_ctl" start --pgdata="$folder/data" --log="$folder/log" --wait \
        --timeout=120 >/dev/null || say "it does not start: $(cat "$folder/log")"
    echo "postgresql://postgres@/postgres?host=$folder"
}

stop() {
    if [ -f "$folder/data/postmaster.pid" ]; then
        cd "$folder"
        as_postgres "$programs/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --wait \
            >/dev/null 2>&1 || true
    fi
    cd /
    rm -rf "$folder"
}

# Waits for the end of a process, without holding what that process gave us to write to.
stop_after() {
    while kill -0 "$1" 2>/dev/null; do sleep 0.5; done
    stop
}

case $command in
start)
    start
    if [ $# -ge 3 ]; then stop_after "$3" </dev/null >/dev/null 2>&1 & fi
    ;;
stop) stop ;;
*) say "use: start DIR [PID] or stop DIR" ;;
esac
