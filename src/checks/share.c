/* A part, its whole and what share it is said to be: "412 of the 1,030 members, or 40 per cent".
 * A share may have been cut off instead of rounded, so it stands for a unit of its last digit. */
#include "checks/equation.h"

/* In per cent: "a third" is a number, 0.333. */
static rc_status share_bounds(const rc_quantity *q, rc_bounds *ret)
{
    rc_bounds hundred = rc_bounds_exactly(100), b;
    rc_status s = rc_bounds_of(q, &b);
    if (s == RC_OK && q->unit->dimension == RC_DIM_NUMBER)
        return rc_decimal_cmp(q->has_low ? q->low : q->high, rc_decimal_from(1)) < 0
                   ? rc_bounds_mul(&b, &hundred, ret)
                   : RC_NONE;
    if (s == RC_OK && q->comparator == RC_EQ)
        s = rc_bounds_widen(&b, 5, q->precision - 1);
    *ret = b;
    return q->unit->dimension == RC_DIM_PERCENT ? s : RC_NONE;
}

static bool fits(const rc_quantity *part, const rc_quantity *whole)
{
    return rc_quantity_same_unit(part, whole) && part->has_low && whole->has_low &&
           part->unit->dimension != RC_DIM_PERCENT && !part->per &&
           part->role != RC_ROLE_MULTIPLE && whole->role != RC_ROLE_MULTIPLE &&
           rc_decimal_cmp(part->low, rc_decimal_from(1)) >= 0 &&
           rc_decimal_cmp(part->low, whole->low) <= 0;
}

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_operand *o = e->operands;
    if (!o[0].given || !o[1].given || !o[2].given || !fits(&o[0].quantity, &o[1].quantity))
        return RC_UNKNOWN;
    rc_bounds part, whole, share, hundred = rc_bounds_exactly(100), left, right;
    if (rc_bounds_of(&o[0].quantity, &part) != RC_OK ||
        rc_bounds_of(&o[1].quantity, &whole) != RC_OK ||
        share_bounds(&o[2].quantity, &share) != RC_OK ||
        rc_bounds_mul(&part, &hundred, &left) != RC_OK ||
        rc_bounds_mul(&share, &whole, &right) != RC_OK)
        return RC_UNKNOWN;
    if (rc_bounds_meet(&left, &right))
        return RC_HOLDS;
    double actual =
        100 * rc_decimal_approximate(o[0].quantity.low) / rc_decimal_approximate(o[1].quantity.low);
    *ret_message = rc_arena_printf(
        c->arena, "%.*s of %.*s is %.1f percent, not %.*s", RC_STR_ARG(rc_operand_text(c, e, 0)),
        RC_STR_ARG(rc_operand_text(c, e, 1)), actual, RC_STR_ARG(rc_operand_text(c, e, 2)));
    return RC_FAILS;
}

rc_status rc_check_share(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_SHARE, judge, 2, 2, 88, false});
    return RC_OK;
}
