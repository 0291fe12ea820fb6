# The same bytes whatever the number of threads, and in whatever order the files are named.
for format in ndjson json text sarif html markdown junit github; do
    rcheck -f $format -j1 ferry-a.txt ferry-b.txt ferry-c.txt plain.txt >.one
    rcheck -f $format -j4 plain.txt ferry-c.txt ferry-b.txt ferry-a.txt >.four
    cmp .one .four && echo "$format: the same"
done
rcheck extract -j1 . >.one
rcheck extract -j4 . >.four
cmp .one .four && echo 'extract: the same'
