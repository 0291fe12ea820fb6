. ./cases.sh
run_cases multiple/mismatch multiple.cases
