#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh [SECONDS]: builds the fuzzers with clang and lets each of them work for so long (60). What they
# find interesting is kept in build/fuzz/corpus; what breaks stands in build/fuzz.
set -eu
seconds=${1:-60}
cmake --preset fuzz
cmake --build build/fuzz --target fuzzers
for folder in tests/fuzz/corpus/*/; do
    name=$(basename "$folder")
    mkdir -p "build/fuzz/corpus/$name"
    "build/fuzz/${name}_fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/${name}-" "build/fuzz/corpus/$name" "$folder"
done
