. ./cases.sh
run_cases parts/mismatch parts.cases
