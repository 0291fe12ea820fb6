# What is understood, as a table.
printf 'Notice\n\nOn page 7 the third report counts 1,200 cars.\n' >.report.txt
rcheck extract --format text .report.txt | grep -v claim
