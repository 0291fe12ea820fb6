rcheck rules test | tail -1 | sed 's/[0-9][0-9]* \([a-z]\)/\1/g'
