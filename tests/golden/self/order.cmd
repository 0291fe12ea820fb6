. ./cases.sh
run_cases order/mismatch order.cases
