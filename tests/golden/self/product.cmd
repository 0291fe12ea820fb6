. ./cases.sh
run_cases product/mismatch product.cases
