. ./cases.sh
run_cases date/weekday weekday.cases
