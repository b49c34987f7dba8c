#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# match.sh BUILD: how fast persons are found among so many, beside PostgreSQL's pg_trgm with the same
# table and queries; then how rightly, on the labelled files of a folder. MATCH_PERSONS=100000 for a
# city; MATCH_POSTGRES=no without PostgreSQL; MATCH_LABELLED=FOLDER for the files (none: left out).
set -eu

build=$1
echo "<!-- SPDX-License-Identifier: EUPL-1.2 -->"
echo "<!-- Made by \`make match-report\`; not written by hand. -->"
persons=${MATCH_PERSONS:-1000000}
folder=$(mktemp -d)
trap 'tests/postgres.sh stop "$folder" 2>/dev/null || true; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM

if [ "${MATCH_POSTGRES:-yes}" = no ]; then
    "$build/bench_match" --persons "$persons"
else
    url=$(LGNET_POSTGRES_FOR=bench tests/postgres.sh start "$folder")
    "$build/bench_match" --persons "$persons" --postgres "$url"
fi
labelled=${MATCH_LABELLED:-${LGNET_SHARED:-../shared}/linkage}
if [ -d "$labelled" ]; then
    echo
    "$build/lgnet" match report bench/match_sets.csv --folder "$labelled" | sed 1d
else
    echo "No labelled files: neither MATCH_LABELLED nor LGNET_SHARED names a folder of them." >&2
fi
