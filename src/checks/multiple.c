/* A value, another and how many times the one it is: "doubled from 40 to 95". A factor in words is
 * seldom meant to the digit, so it stands for an eighth more or less; a printed one for its digits.
 */
#include "checks/equation.h"

#define WORD_PERCENT 12

static rc_status factor_bounds(const rc_quantity *q, rc_bounds *ret)
{
    rc_bounds b = {.low = q->has_low ? q->low : q->high,
                   .high = q->has_high ? q->high : q->low,
                   .open_low = !q->has_low,
                   .open_high = !q->has_high};
    rc_decimal share;
    rc_status s = rc_decimal_make(WORD_PERCENT, -2, &share);
    rc_decimal slack = rc_decimal_from(0);
    if (s == RC_OK && q->precision >= 0)
        s = rc_decimal_mul(b.low, share, &slack);
    if (s == RC_OK && q->precision >= 0 && q->approximate)
        s = rc_decimal_add(slack, slack, &slack);
    if (s == RC_OK && q->precision < 0)
        s = rc_decimal_make(1, q->precision, &slack);
    if (s == RC_OK)
        s = rc_bounds_spread(&b, slack);
    *ret = b;
    return s;
}

static bool is_factor(const rc_quantity *q)
{
    return q->role == RC_ROLE_MULTIPLE && q->has_low &&
           rc_decimal_cmp(q->low, rc_decimal_from(1)) > 0 &&
           rc_decimal_cmp(q->low, rc_decimal_from(1000)) <= 0;
}

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    rc_quantity ends[2];
    const rc_quantity *q = &e->operands[2].quantity;
    if (!rc_equation_ends(e, ends) || !e->operands[2].given || !is_factor(q) ||
        !rc_quantity_same_unit(&ends[0], &ends[1]) ||
        rc_decimal_cmp(ends[0].low, rc_decimal_from(0)) <= 0)
        return RC_UNKNOWN;
    rc_bounds before, after, factor, product;
    if (rc_bounds_of(&ends[0], &before) != RC_OK || rc_bounds_of(&ends[1], &after) != RC_OK ||
        factor_bounds(q, &factor) != RC_OK || rc_bounds_mul(&before, &factor, &product) != RC_OK)
        return RC_UNKNOWN;
    if (rc_bounds_meet(&product, &after))
        return RC_HOLDS;
    double actual = rc_decimal_approximate(ends[1].low) / rc_decimal_approximate(ends[0].low);
    *ret_message = rc_arena_printf(c->arena, "from %.*s to %.*s is %.2f times as much, not '%.*s'",
                                   RC_STR_ARG(rc_quantity_print(c->arena, &ends[0])),
                                   RC_STR_ARG(rc_quantity_print(c->arena, &ends[1])), actual,
                                   RC_STR_ARG(rc_operand_text(c, e, 2)));
    return RC_FAILS;
}

rc_status rc_check_multiple(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_MULTIPLE, judge, 2, 2, 85, false});
    return RC_OK;
}
