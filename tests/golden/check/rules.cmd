rcheck rules test | tail -1 | sed 's/.*: //'
