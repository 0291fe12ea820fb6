. ./cases.sh
run_cases conversion/mismatch conversion.cases
