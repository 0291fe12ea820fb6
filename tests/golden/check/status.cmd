# Exit statuses, and what --fail-on, --min-severity and --disable leave of a wrong weekday.
printf 'Letters\n\nThe terminal opened on Monday, 14 May 2024.\n' >.letters.txt
for arguments in '' '--fail-on=never' '--fail-on=info' '--disable=date' '--disable=date/weekday' \
    '--disable=no/rule' '--min-severity=error' 'missing.txt'; do
    rcheck -f ndjson $arguments .letters.txt >.out 2>.err
    status=$?
    echo "$arguments: $status, $(grep -c '"rule":"date/weekday"' .out) reported"
    cat .err
done
