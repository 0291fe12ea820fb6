/* A price or rate, a number and what they come to: "12 buses at €480,000 each, a total of €5.76
 * million"; an average is the same the other way round. */
#include "checks/equation.h"

/* Whether what there is so many of can be multiplied by an amount for one: the amount is in the
 * unit of the total; "$6 million per kilometre" goes with kilometres. */
static bool fits(const rc_quantity *each, const rc_quantity *number, const rc_quantity *total)
{
    if (total->per && total->per->dimension != RC_DIM_DURATION)
        return false;
    if (each->unit->dimension == RC_DIM_NUMBER &&
        (!each->of.len || !rc_str_eq(each->of, total->of)))
        return false;
    if (!number->has_low || number->role == RC_ROLE_MULTIPLE || number->per ||
        rc_decimal_cmp(number->low, rc_decimal_from(2)) < 0)
        return false;
    return number->unit->dimension == RC_DIM_NUMBER ||
           (each->per && rc_str_eq(each->per->id, number->unit->id));
}

/* Half as much, twice: how far a rounded average may be off; more is an error. */
static bool is_wild(double ratio)
{
    return ratio > 50 || ratio < 0.02;
}

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_operand *o = e->operands;
    if (!o[0].given || !o[1].given || !o[2].given ||
        !fits(&o[0].quantity, &o[1].quantity, &o[2].quantity) ||
        (o[0].quantity.per && !rc_decimal_eq(o[0].quantity.per_amount, rc_decimal_from(1))))
        return RC_UNKNOWN;
    rc_bounds each, number, total, product;
    const rc_quantity *parts[] = {&o[0].quantity, &o[1].quantity};
    const rc_quantity *factors[] = {&o[1].quantity, &o[2].quantity};
    if (rc_bounds_of(&o[0].quantity, &each) != RC_OK ||
        rc_bounds_of(&o[1].quantity, &number) != RC_OK ||
        rc_bounds_of(&o[2].quantity, &total) != RC_OK ||
        rc_bounds_round(&each, &o[0].quantity, factors, 2) != RC_OK ||
        rc_bounds_round(&total, &o[2].quantity, parts, 2) != RC_OK ||
        rc_bounds_mul(&each, &number, &product) != RC_OK ||
        rc_bounds_convert(&product, &o[0].quantity, &o[2].quantity) != RC_OK)
        return RC_UNKNOWN;
    if (rc_bounds_meet(&product, &total))
        return RC_HOLDS;
    bool one_unit = rc_str_eq(o[0].quantity.unit->id, o[2].quantity.unit->id);
    double actual =
        one_unit && o[0].quantity.has_low
            ? rc_decimal_approximate(o[0].quantity.low) * rc_decimal_approximate(o[1].quantity.low)
            : rc_decimal_approximate(product.low) / 2 + rc_decimal_approximate(product.high) / 2;
    double said = rc_decimal_approximate(total.low) / 2 + rc_decimal_approximate(total.high) / 2;
    if (said <= 0 || is_wild(actual / said))
        return RC_UNKNOWN;
    *ret_message = rc_arena_printf(
        c->arena, "%.*s times %.*s is %.10g, not %.*s", RC_STR_ARG(rc_operand_text(c, e, 0)),
        RC_STR_ARG(rc_operand_text(c, e, 1)), actual, RC_STR_ARG(rc_operand_text(c, e, 2)));
    return RC_FAILS;
}

rc_status rc_check_product(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_PRODUCT, judge, 2, 2, 85, false});
    return RC_OK;
}
