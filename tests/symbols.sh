#!/bin/sh
# A static library links where two files define one name, and either may be taken: no name twice.
archive=${BUILDDIR:-.}/librcheck.a
command -v nm >/dev/null 2>&1 && [ -f "$archive" ] || exit 77
twice=$(nm "$archive" 2>/dev/null | awk '$2 ~ /^[TDBRC]$/ { print $3 }' | LC_ALL=C sort | uniq -d)
[ -z "$twice" ] || {
    echo "defined more than once: $twice"
    exit 1
}
