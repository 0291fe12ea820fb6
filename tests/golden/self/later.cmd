. ./cases.sh
run_cases date/later later.cases
