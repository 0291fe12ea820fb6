/* rc_decimal: an exact decimal, digits x 10^exponent, kept in lowest terms (digits does not end in
 * a 0 unless it is 0, whose exponent is 0). Range: any int64 digits, exponents of -300 to 300.
 * Operations that leave the range return RC_EOVERFLOW and set nothing. */
#ifndef RC_VALUE_DECIMAL_H
#define RC_VALUE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef struct {
    int64_t digits;
    int32_t exponent;
} rc_decimal;

rc_decimal rc_decimal_from(int64_t n);
/* digits x 10^exponent, brought to lowest terms. */
rc_status rc_decimal_make(int64_t digits, int32_t exponent, rc_decimal *ret);
/* Reads [+-]digits[.digits][e[+-]digits], all of `s`. RC_NONE: not of that form. */
rc_status rc_decimal_parse(rc_str s, rc_decimal *ret);
/* In JSON's form: plain digits while |exponent| is small ("0.5", "2000000"), else "1e+40". */
rc_str rc_decimal_print(rc_arena *a, rc_decimal d);
int rc_decimal_cmp(rc_decimal a, rc_decimal b); /* cannot overflow */
bool rc_decimal_eq(rc_decimal a, rc_decimal b);
rc_decimal rc_decimal_neg(rc_decimal a);
rc_decimal rc_decimal_abs(rc_decimal a);
rc_status rc_decimal_add(rc_decimal a, rc_decimal b, rc_decimal *ret);
rc_status rc_decimal_sub(rc_decimal a, rc_decimal b, rc_decimal *ret);
rc_status rc_decimal_mul(rc_decimal a, rc_decimal b, rc_decimal *ret);
/* Exact where an int64 of digits holds it, else rounded half away from zero to 17 significant
 * digits. RC_NONE: b is 0. */
rc_status rc_decimal_div(rc_decimal a, rc_decimal b, rc_decimal *ret);
/* a x numerator / denominator: exact where an int64 of digits holds it, else rounded half away from
 * zero to 17 significant digits. RC_NONE: the denominator is 0. For conversion between units. */
rc_status rc_decimal_scale(rc_decimal a, rc_decimal numerator, rc_decimal denominator,
                           rc_decimal *ret);
/* For confidence and display only, never for comparing. */
double rc_decimal_approximate(rc_decimal d);

#endif
