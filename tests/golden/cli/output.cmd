# A report in a file replaces the old one whole; where that cannot be, the old one stays.
echo old >report.json
rcheck --format json --output report.json plain.txt && grep -c summary report.json
rcheck --format json --output nowhere/report.json plain.txt
ls report.json*
rcheck --format json --output report.json --rules nowhere plain.txt
grep -c summary report.json
