#!/bin/sh
# make bench: what reading and checking costs, beside `wc -w` on the same files. BENCH_MB sets how much
# prose is made (24), BENCH_RUNS how often each is run (3, the fastest counts), BENCH_DOCS how many
# documents are made by templates (1000 10000). Files are warm.
set -eu
mb=${BENCH_MB:-24}
runs=${BENCH_RUNS:-3}
work=${BENCH_DIR:-$BUILDDIR/bench.tmp}
prose=$work/prose-$mb

if [ ! -e "$prose.done" ]; then
    rm -rf "$prose"
    mkdir -p "$work"
    "$BUILDDIR/tests/bench/prose" "$SRCDIR/tests/bench/grammar.txt" "${WORDNET:-/usr/share/wordnet}" \
        "$prose" "$mb"
    : >"$prose.done"
fi
find "$prose" -type f | LC_ALL=C sort >"$work/list"
tr '\n' '\0' <"$work/list" >"$work/list0"
bytes=$(wc -c --files0-from="$work/list0" | awk '{ n = $1 } END { print n }')
echo "prose: $(wc -l <"$work/list") files, $bytes bytes"

now() {
    date +%s%N
}

# Nanoseconds that the programs started so far have spent on a processor.
spent() {
    times >"$work/times"
    awk 'NR == 2 { for (i = 1; i <= 2; i++) { split($i, t, "m"); s += t[1] * 60 + t[2] } }
         END { printf "%.0f", s * 1e9 }' "$work/times"
}

# The fastest run of a command, in nanoseconds by a clock (now, spent); what it prints is thrown away,
# and exit status 1 is an answer. Processor time is the clock for one core, so that a machine with
# other work to do gives the same figures; the difference of two runs of the clock itself is small.
fastest() {
    clock=$1
    shift
    best=
    n=0
    while [ $n -lt "$runs" ]; do
        $clock >"$work/from"
        "$@" >/dev/null 2>"$work/stderr" || [ $? -eq 1 ] || {
            echo "failed: $*" >&2
            cat "$work/stderr" >&2
            exit 1
        }
        $clock >"$work/to"
        took=$(($(cat "$work/to") - $(cat "$work/from")))
        [ -n "$best" ] && [ "$best" -le $took ] || best=$took
        n=$((n + 1))
    done
}

rate() { # label, nanoseconds
    awk -v what="$1" -v ns="$2" -v wc="$wc" -v bytes="$bytes" \
        'BEGIN { printf "%-28s %8.1f MB/s  %5.2f of wc -w\n", what, bytes * 1e3 / ns, wc / ns }'
}

one=
! command -v taskset >/dev/null 2>&1 || one='taskset -c 0'
fastest spent wc -w --files0-from="$work/list0" # ready in memory
wc=$best
rate 'wc -w, one core' "$wc"
for command in extract check; do
    # shellcheck disable=SC2086 # $one is a command or nothing
    fastest spent $one "$RCHECK" $command -j1 --format ndjson "$prose"
    rate "rcheck $command, one core" "$best"
    fastest now "$RCHECK" $command --format ndjson "$prose"
    rate "rcheck $command, $(nproc) cores" "$best"
done

# Start-up: a hundred runs of each, in ms a run.
hundred() {
    i=0
    while [ $i -lt 100 ]; do
        "$@" || [ $? -eq 1 ]
        i=$((i + 1))
    done
}
start() { # label, command...
    label=$1
    shift
    fastest now hundred "$@"
    awk -v what="$label" -v ns="$best" \
        'BEGIN { printf "%-28s %8.2f ms\n", what, ns / 1e8 }'
}
printf 'Prices rose by 3%% in May, the ministry said.\n' >"$work/small.txt"
start 'start: an empty program' "$BUILDDIR/tests/bench/empty"
start 'start: rcheck --version' "$RCHECK" --version
start 'start: one small file' "$RCHECK" check "$work/small.txt"

# Memory: the peak of a run over all of the prose, and its share by claim.
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f %M -o "$work/rss" "$RCHECK" check --format json "$prose" >"$work/report.json" || :
    echo "peak memory: $(tail -n 1 "$work/rss") KB"
fi

# Growth: processor time and peak memory over more and more documents made by templates.
for count in ${BENCH_DOCS:-1000 10000}; do
    [ -x /usr/bin/time ] || break
    folder=$work/templates-$count
    [ -d "$folder" ] || "$BUILDDIR/tests/bench/prose" "$SRCDIR/tests/bench/templates.txt" \
        "${WORDNET:-/usr/share/wordnet}" "$folder" "${count}d"
    for command in extract check; do
        /usr/bin/time -f '%U %S %e %M' -o "$work/growth" "$RCHECK" $command --format ndjson \
            "$folder" >/dev/null || [ $? -eq 1 ]
        tail -n 1 "$work/growth" | awk -v what="$command of $count documents" \
            '{ printf "%-28s %8.2f s CPU, %.2f s elapsed, %d KB\n", what, $1 + $2, $3, $4 }'
    done
done
for folder in "$SRCDIR"/../shared/seeds "$SRCDIR"/../shared/corpora/*; do
    [ -d "$folder" ] || continue
    start "check $(basename "$folder")" "$RCHECK" check --format ndjson "$folder"
done
