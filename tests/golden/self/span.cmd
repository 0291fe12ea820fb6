. ./cases.sh
run_cases span/mismatch span.cases
