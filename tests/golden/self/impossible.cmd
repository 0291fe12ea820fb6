. ./cases.sh
run_cases date/impossible impossible.cases
