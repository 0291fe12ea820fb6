# Each document is a run of its own, since what other documents say joins a finding.
n=0
while IFS='	' read -r want text; do
    case $want in '' | '#'*) continue ;; esac
    n=$((n + 1))
    printf '%b\n' "$text" >document.md
    got=silent
    rcheck --format ndjson --min-severity info document.md | grep -q '"rule":"headline/mismatch"' &&
        got=fires
    [ "$got" = "$want" ] || echo "not $want: $text"
done <headline.cases
echo "$n cases"
