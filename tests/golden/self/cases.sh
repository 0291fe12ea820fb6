# Runs <kind>.cases: a line is "fires" or "silent", a tab, and a document ("\n" ends a line in it). All
# documents are checked in one run; what counts is whether the rule has a finding in each.
run_cases() {
    rule=$1
    rm -rf docs && mkdir docs
    awk -F '\t' '/^(fires|silent)\t/ { n++; printf "%s\n", $2 > "line-" n }
        END { print n > "count" }' "$2"
    count=$(cat count)
    i=0
    while [ "$i" -lt "$count" ]; do
        i=$((i + 1))
        printf '%b\n' "$(cat "line-$i")" >"docs/$i.md"
    done
    rm -f line-* count
    rcheck --format ndjson --min-severity info docs | grep "\"rule\":\"$rule\"" |
        grep -o '"file":"docs/[0-9]*' | sed 's/.*\///' | sort -u >found
    grep -E '^(fires|silent)	' "$2" | awk -F '\t' '
        FILENAME == "found" { found[$1] = 1; next }
        { n++; got = n in found ? "fires" : "silent"; if (got != $1) print "not " $0 }
        END { print n " cases" }' found -
    rm -rf docs found
}
