. ./cases.sh
run_cases list/count list.cases
