. ./cases.sh
run_cases date/elapsed elapsed.cases
