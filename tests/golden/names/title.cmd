n=0
while IFS='	' read -r want rest; do
    case $want in '' | '#'*) continue ;; esac
    n=$((n + 1))
    rm -rf docs && mkdir docs
    i=0
    printf '%s\n' "$rest" | tr '\t' '\n' >lines
    while read -r text; do
        i=$((i + 1))
        printf '%b\n' "$text" >"docs/$i.md"
    done <lines
    got=silent
    rcheck --format ndjson --min-severity info docs | grep -q '"rule":"title/conflict"' && got=fires
    [ "$got" = "$want" ] || echo "not $want: $rest"
done <title.cases
echo "$n cases"
