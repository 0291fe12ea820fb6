# needs: /dev/full
rcheck --format json --output /dev/full plain.txt
