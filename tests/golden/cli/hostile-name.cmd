# A name that would steer a terminal: shown, not sent.
name=$(printf 'a\033]0;title\007\nb.txt')
printf 'Nothing.\n' >"$name"
rcheck --color always "$name" | tail -n 3
rcheck extract --format ndjson "$name"
rcheck "$name-missing"
