#!/bin/sh
# Input that is hostile or broken gets an answer or a clear error, within a time limit, and what
# could not be read is named, while the rest is still read.
work=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
# A sanitizer makes everything some ten times as slow: CI then gives a tenth of the bytes.
bytes=${HOSTILE_BYTES:-50000000}

fail() {
    echo "FAILED: $1"
    sed 's/^/    /' out err | head -n 20
    failed=1
}

# run SECONDS STATUS... -- COMMAND...: one of the statuses within the time; output in out and err.
run() {
    limit=$1
    shift
    wanted=
    while [ "$1" != -- ]; do
        wanted="$wanted $1 "
        shift
    done
    shift
    timeout "$limit" "$@" >out 2>err </dev/null
    status=$?
    case $wanted in
    *" $status "*) return 0 ;;
    esac
    fail "$case: exit status $status, not$wanted: $*"
    return 1
}

has() { # PATTERN FILE...: the output has a line like this
    grep -q -- "$@" || fail "$case: no '$1' in $2"
}

case='an empty file'
mkdir empty && : >empty/empty.txt
run 60 0 2 -- "$RCHECK" --format ndjson empty && has '"kind":"summary"' out

case='an empty folder'
mkdir nothing
run 60 0 2 -- "$RCHECK" nothing

case='invalid UTF-8'
mkdir utf8 && printf 'On May 3, 2024 the mayor of K\374ln said \377\376\300\200 that 12 people came.\n' >utf8/a.txt
run 60 0 2 -- "$RCHECK" extract --format ndjson utf8
iconv -f UTF-8 -t UTF-8 out >/dev/null 2>&1 || fail "$case: the output is no UTF-8"

case='escape sequences'
mkdir escapes && printf 'The \033[31mred\033]0;title\007 tower is 12 m high.\n\nThe red tower is 90 m high.\n' >escapes/a.txt
run 60 0 1 2 -- "$RCHECK" --color never --min-severity info escapes
! tr -d '\n\t -~\200-\377' <out | grep -q . || fail "$case: control characters in the report"

case="one line of $bytes bytes"
mkdir line && yes 'The bridge, which cost $12 million, was opened on May 3, 2024, by 300 people;' |
    head -c "$bytes" | tr '\n' ' ' >line/line.txt
run 120 0 1 2 -- "$RCHECK" --format ndjson line && has '"kind":"summary"' out
rm -r line

case="$bytes bytes without a space"
mkdir solid && head -c "$bytes" /dev/zero | tr '\0' 'x' >solid/x.txt
run 120 0 2 -- "$RCHECK" --format ndjson solid
rm -r solid

case='a loop of folders'
mkdir -p loop/a && ln -s .. loop/a/up && ln -s . loop/here && ln -s self loop/self
echo 'All is well.' >loop/a/a.txt
run 60 0 2 -- "$RCHECK" --format ndjson loop && has '"documents":1,' out

case='no regular file'
mkdir odd && mkdir odd/folder.txt && ln -s /dev/zero odd/zero.txt && ln -s gone odd/dangling.txt
echo 'All is well.' >odd/a.txt
! mkfifo odd/pipe.txt 2>/dev/null || :
run 60 0 2 -- "$RCHECK" --format ndjson odd && has '"documents":1,' out

case='a file that may not be read'
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed && echo 'All is well.' >closed/a.txt && echo 'All is well.' >closed/b.txt
    chmod 0 closed/a.txt
    run 60 2 -- "$RCHECK" --format ndjson closed && has 'a\.txt' out
fi

case='a file that is not there'
run 60 2 -- "$RCHECK" no-such-file.txt && has 'no-such-file' err

case='a binary'
mkdir binary && head -c 100000 "$RCHECK" >binary/b.txt && echo 'All is well.' >binary/a.txt
run 60 2 -- "$RCHECK" --format ndjson binary && has 'b\.txt' out && has '"documents":1,' out

case='deep nesting, HTML'
mkdir deep
repeat() { # TEXT TIMES
    awk -v text="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", text; print "" }'
}
{
    repeat '<div>' 100000
    echo '<p>12 people came.</p>'
} >deep/div.html
repeat '<table><tr><td>' 50000 >deep/table.html
repeat '<b><i>' 50000 >deep/inline.html
run 120 0 2 -- "$RCHECK" --format ndjson deep && has '"kind":"summary"' out
rm -r deep

case='deep nesting, Markdown'
mkdir deep
{
    repeat '> ' 50000
    repeat '* ' 50000
    repeat '![[]()' 50000
    repeat '[' 50000
    repeat '**a ' 50000
    repeat '| a ' 20000
} >deep/deep.md
run 120 0 2 -- "$RCHECK" --format ndjson deep && has '"kind":"summary"' out
rm -r deep

case='deep nesting, front matter and rules'
mkdir deep deep-rules deep-rules/claims
{
    echo ---
    printf 'title: '
    repeat '[' 50000
    echo ---
    echo 'All is well.'
} >deep/a.md
run 120 0 2 -- "$RCHECK" --format ndjson deep && has '"kind":"summary"' out
repeat '[' 50000 >deep-rules/claims/deep.yaml
run 120 0 2 -- "$RCHECK" --rules deep-rules deep
rm -r deep

case='quotes and brackets without end'
mkdir open && {
    repeat '"(' 200000
    repeat 'a "b ' 200000
    repeat '1,' 200000
    repeat '$1 ' 200000
    repeat 'the ' 200000
    repeat 'Mr. ' 200000
} >open/a.txt
run 120 0 1 2 -- "$RCHECK" --format ndjson open && has '"kind":"summary"' out
rm -r open

case='a hundred thousand like claims'
claims() {
    awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) print "The bridge cost $" i % 997 + 1 " million.\n" }'
}
mkdir half whole
claims 50000 >half/a.txt
claims 100000 >whole/a.txt
# Milliseconds that the commands run so far have spent on a processor: the machine may be busy.
spent() {
    times >times
    ms=$(awk 'NR == 2 { for (i = 1; i <= 2; i++) { split($i, t, "m"); s += t[1] * 60 + t[2] } }
        END { printf "%d", s * 1000 }' times)
}
spent && start=$ms
run 120 0 1 -- "$RCHECK" --format ndjson half
spent && middle=$ms
run 120 0 1 -- "$RCHECK" --format ndjson whole
spent && half=$((middle - start)) whole=$((ms - middle))
# What is compared is capped, and half of this is below the cap: the whole may take four times as long.
[ $whole -le $((5 * half + 1000)) ] || fail "$case: half of it took $half ms, all $whole ms"

case='rules with ten errors'
mkdir -p bad/tables && {
    printf 'phrase\tvalue\n'
    i=0
    while [ $i -lt 10 ]; do
        printf 'a\tb\tc\td\n'
        i=$((i + 1))
    done
} >bad/tables/bad.tsv
run 60 2 -- "$RCHECK" --rules bad empty
[ "$(grep -c 'bad\.tsv:[0-9]*:[0-9]*:' err)" -eq 10 ] || fail "$case: not ten messages with their places"

case='a full disk'
if [ -c /dev/full ]; then
    timeout 60 "$RCHECK" --format ndjson empty >/dev/full 2>err
    status=$?
    : >out
    [ $status -eq 2 ] || fail "$case: exit status $status, not 2"
    [ "$(wc -l <err)" -eq 1 ] || fail "$case: not one message"
fi

case='a report that cannot be written'
run 60 2 -- "$RCHECK" --output no/such/folder/report.txt empty

case='bad usage'
run 60 2 -- "$RCHECK"
run 60 2 -- "$RCHECK" --no-such-option empty && has 'no-such-option' err
run 60 2 -- "$RCHECK" --format no-such-format empty && has 'no-such-format' err

exit $failed
