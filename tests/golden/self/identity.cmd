. ./cases.sh
run_cases sum/identity identity.cases
