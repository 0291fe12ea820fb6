. ./cases.sh
run_cases rest/mismatch rest.cases
