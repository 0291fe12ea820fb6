. ./cases.sh
run_cases sum/mismatch sum.cases
