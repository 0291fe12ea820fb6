/* Numbers written in digits, on bytes: grouping and decimal marks, powers of ten, fractions. */
#ifndef RC_MENTIONS_DIGITS_H
#define RC_MENTIONS_DIGITS_H

#include "mentions/phrasebook.h"
#include "value/decimal.h"

typedef struct {
    rc_decimal value;
    int32_t precision; /* exponent of the last digit */
    bool integer;      /* no decimals, no exponent */
    bool grouped;      /* a mark or a decimal in it */
    bool fraction;     /* "3/4", "2½" */
    bool code;         /* "1.2.3", "1/0": no number */
} rc_digits;

typedef enum { RC_MARKS_ENGLISH, RC_MARKS_CONTINENTAL } rc_marks; /* "1,234.5" or "1.234,5" */

/* Reads what begins at `at` (a digit, or a point before one). Returns its end; `at`: nothing. */
size_t rc_digits_read(rc_stretch s, size_t at, rc_marks marks, rc_digits *ret);
/* Bytes of a vulgar fraction sign ("½") at `at`, 0 for none. */
size_t rc_fraction_sign(rc_stretch s, size_t at, int *ret_numerator, int *ret_denominator);

#endif
