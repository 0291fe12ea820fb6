. ./cases.sh
run_cases difference/mismatch difference.cases
