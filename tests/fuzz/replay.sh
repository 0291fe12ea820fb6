#!/bin/sh
# Replays the seeds and past crashes of every fuzz target.
failed=0
cd "$BUILDDIR" || exit 1 # where rules/ and lexicon.bin are
for target in $FUZZ_TARGETS; do
    inputs=
    for folder in "$SRCDIR/tests/fuzz/$target.in" "$SRCDIR/tests/fuzz/$target.repro"; do
        [ ! -d "$folder" ] || inputs="$inputs $folder"
    done
    # shellcheck disable=SC2086 # a list of folders
    if "$BUILDDIR/tests/fuzz/fuzz_$target" -runs=0 $inputs; then
        echo "ok: $target"
    else
        echo "FAILED: $target"
        failed=1
    fi
done
exit $failed
