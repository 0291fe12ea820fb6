. ./cases.sh
run_cases change/mismatch change.cases
