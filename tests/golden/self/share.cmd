. ./cases.sh
run_cases share/mismatch share.cases
