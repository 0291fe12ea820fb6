. ./cases.sh
run_cases age/mismatch age.cases
