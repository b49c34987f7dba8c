#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh BUILD: the needs matrix of 1,000,000 interviews about 60 needs, with all its variances, by us
# and by R's package `survey` on the same data, in turn on this machine; ratios at the end. R makes the
# whole matrix in the faster of two ways (some minutes), and a tenth of it in the usual one, which is
# counted ten times: BENCH_NEEDS=60 lets it make all of it (a quarter of an hour).
set -eu

build=$1
needs=${BENCH_NEEDS:-6}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT TERM

"$build/bench_survey" make "$place"
for round in 1 2 3; do
    echo "ours, round $round of 3" >&2
    "$build/bench_survey" measure "$place" 1
    "$build/bench_survey" measure "$place" 2
    "$build/bench_survey" raked "$place" 2
done >"$place/lines"
echo "R, by totals, 60 of 60 needs" >&2
Rscript bench/survey/matrix.R "$place" 60 totals >>"$place/lines"
echo "R, figure by figure, $needs of 60 needs" >&2
Rscript bench/survey/matrix.R "$place" "$needs" one >>"$place/lines"
"$build/bench_survey" compare "$place" r_totals >>"$place/lines"
"$build/bench_survey" compare "$place" r_one >>"$place/lines"
cp "$place/lines" "$build/bench_survey.txt"
awk -f bench/survey/ratios.awk "$place/lines"
