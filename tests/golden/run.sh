#!/bin/sh
# Runs every tests/golden/<area>/<case>.cmd, a piece of shell in which "rcheck" is the program, in a
# copy of its folder, and compares what it prints (both streams) and its exit status with <case>.out
# beside it. With "update" the .out files are written instead. A first line "# needs: FILE" skips the
# case where FILE does not exist.
set -u
source_dir=${SRCDIR:-.}/tests/golden
mode=${1:-check}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cp -R "$source_dir" "$work/golden" && chmod -R u+w "$work/golden" || exit 1
program=${RCHECK:-$PWD/rcheck}
unset NO_COLOR COLUMNS TERM TERM_PROGRAM
failed=0 count=0
for cmd in "$work"/golden/*/*.cmd; do
    area=$(basename "$(dirname "$cmd")")
    name=$(basename "$cmd" .cmd)
    needs=$(sed -n '1s/^# needs: //p' "$cmd")
    if [ -n "$needs" ] && [ ! -e "$needs" ]; then
        echo "skipped: $area/$name (no $needs)"
        continue
    fi
    count=$((count + 1))
    (
        cd "$work/golden/$area" || exit 99
        rcheck() { "$program" "$@"; }
        . "./$name.cmd"
        echo "exit status $?"
    ) >"$work/got" 2>&1 </dev/null
    if [ "$mode" = update ]; then
        cp "$work/got" "$source_dir/$area/$name.out"
    elif ! diff -u "$source_dir/$area/$name.out" "$work/got"; then
        echo "differs: $area/$name (make update-golden, then read the diff)"
        failed=$((failed + 1))
    fi
done
echo "$count golden cases, $failed differ"
[ "$failed" = 0 ]
