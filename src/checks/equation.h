/* Equations that a text sets up itself (claims/equation.h), and the exact intervals that they are
 * tried with. A printed figure stands for the interval of its last digit; two sides of an equation
 * that no choice within the intervals makes equal are reported. */
#ifndef RC_CHECKS_EQUATION_H
#define RC_CHECKS_EQUATION_H

#include "checks/check.h"
#include "rules/family.h"

/* From `low` to `high`, both included; an open end has no bound. */
typedef struct {
    rc_decimal low, high;
    bool open_low, open_high;
} rc_bounds;

typedef enum { RC_UNKNOWN, RC_HOLDS, RC_FAILS } rc_verdict;

/* What a quantity as printed stands for. Counts without a multiplier are exact; fractions in words
 * and what is said to be approximate stand for some more. RC_NONE: nothing to calculate with. */
rc_status rc_bounds_of(const rc_quantity *q, rc_bounds *ret);
rc_bounds rc_bounds_exactly(int64_t n);
/* Sums, differences and products of values that are not negative. RC_EOVERFLOW, RC_NONE (a
 * difference with open ends). */
rc_status rc_bounds_add(const rc_bounds *a, const rc_bounds *b, rc_bounds *ret);
rc_status rc_bounds_sub(const rc_bounds *a, const rc_bounds *b, rc_bounds *ret);
rc_status rc_bounds_mul(const rc_bounds *a, const rc_bounds *b, rc_bounds *ret);
/* Both ends further out by `slack`. */
rc_status rc_bounds_spread(rc_bounds *b, rc_decimal slack);
/* The same by units of 10^exponent. */
rc_status rc_bounds_widen(rc_bounds *b, int64_t units, int32_t exponent);
bool rc_bounds_meet(const rc_bounds *a, const rc_bounds *b);
/* Widens a result that is printed with fewer digits than what it is made of: 9,476 as "9,500". Not
 * one of a single digit, nor past what the parts are printed with. */
rc_status rc_bounds_round(rc_bounds *b, const rc_quantity *result, const rc_quantity *const *parts,
                          size_t count);

/* In the unit of `to`, where both measure the same; RC_NONE: they do not. */
rc_status rc_bounds_convert(rc_bounds *b, const rc_quantity *from, const rc_quantity *to);
/* Two values of an equation: operands 0 and 1, or the ends of the range that operand 3 is, in the
 * order of size. False: neither is given. */
bool rc_equation_ends(const rc_equation *e, rc_quantity ret_ends[2]);

bool rc_quantity_is_exact(const rc_quantity *q);
bool rc_quantity_same_unit(const rc_quantity *a, const rc_quantity *b);

/* A time whose year is not said ("XXXX-10-24"), as of some leap year. RC_NONE: no day at all. */
rc_status rc_time_in_any_year(rc_arena *a, rc_str value, rc_time *ret);

/* Judges one equation; for RC_FAILS `ret_message` says what was calculated, without the place. */
typedef rc_verdict (*rc_judge)(rc_checking *c, const rc_equation *e, rc_str *ret_message);

typedef struct {
    const char *rule; /* id, where no pattern names one; else NULL */
    rc_law law;
    rc_judge judge;
    uint8_t result; /* operand that is in dispute */
    uint8_t spare;  /* operand in dispute where there is no result */
    uint8_t confidence;
    bool worth_a_look; /* a warning, not an error */
} rc_equation_check;

/* Judges all equations of a law. Of several readings of one result one that holds is enough. */
void rc_equations_check(rc_checking *c, const rc_equation_check *k);
/* The words of an operand, as the document has them. */
rc_str rc_operand_text(const rc_checking *c, const rc_equation *e, size_t operand);
/* A finding about one passage, with one claim; the place is put behind `message`. */
void rc_checking_report(rc_checking *c, const rc_finding *model, const rc_doc *d, rc_span span,
                        rc_span sentence);

#endif
