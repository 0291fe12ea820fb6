rcheck --format ndjson missing.txt 'plain.txt' >out 2>err
sed 's/,"figures".*//' out
cat err
rcheck --format ndjson missing.txt plain.txt >/dev/null
