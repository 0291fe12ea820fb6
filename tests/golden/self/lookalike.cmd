. ./cases.sh
run_cases name/lookalike lookalike.cases
