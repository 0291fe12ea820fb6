/* Parts and their total, listed in one sentence: "58 paintings, 27 drawings and 9 prints, 94 works
 * in all"; and parts that are said to be of a whole, which they must not exceed. Tables, lists and
 * several sentences are in total.c. */
#include "checks/equation.h"

#define FAR 3 /* times: a total that far from the sum is one of something else */

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_operand *o = e->operands;
    const rc_quantity *parts[RC_OPERANDS_MAX];
    rc_bounds sum = rc_bounds_exactly(0), total, one;
    rc_decimal exact = rc_decimal_from(0);
    rc_str list = RC_STR("");
    size_t count = 0;
    for (size_t i = 1; i < RC_OPERANDS_MAX; i++) {
        const rc_quantity *q = &o[i].quantity;
        if (!o[i].given)
            continue;
        if (!rc_quantity_is_exact(q) || !rc_quantity_same_unit(q, &o[0].quantity) ||
            q->role == RC_ROLE_MULTIPLE || q->role == RC_ROLE_SCORE ||
            rc_bounds_of(q, &one) != RC_OK || rc_bounds_add(&sum, &one, &sum) != RC_OK ||
            rc_decimal_add(exact, q->low, &exact) != RC_OK)
            return RC_UNKNOWN;
        parts[count++] = q;
        list = rc_arena_printf(c->arena, "%.*s%s%.*s", RC_STR_ARG(list), count > 1 ? " + " : "",
                               RC_STR_ARG(rc_operand_text(c, e, i)));
    }
    for (size_t i = 0; i < count; i++) {
        if (!o[0].quantity.has_low || rc_decimal_cmp(parts[i]->low, o[0].quantity.low) >= 0 ||
            rc_decimal_cmp(parts[i]->low, rc_decimal_from(0)) <= 0)
            return RC_UNKNOWN;
    }
    if (count < 2 || !o[0].given || rc_bounds_of(&o[0].quantity, &total) != RC_OK ||
        rc_bounds_round(&total, &o[0].quantity, parts, count) != RC_OK)
        return RC_UNKNOWN;
    if (rc_bounds_meet(&sum, &total))
        return RC_HOLDS;
    double ratio = rc_decimal_approximate(exact) / rc_decimal_approximate(total.low);
    if (ratio > FAR || ratio < 1.0 / FAR || (e->law == RC_LAW_PARTS && ratio < 1))
        return RC_UNKNOWN;
    *ret_message = rc_arena_printf(c->arena, "%.*s = %.*s, but the total given is %.*s",
                                   RC_STR_ARG(list), RC_STR_ARG(rc_decimal_print(c->arena, exact)),
                                   RC_STR_ARG(rc_operand_text(c, e, 0)));
    return RC_FAILS;
}

rc_status rc_check_sum(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_SUM, judge, 0, 0, 88, false});
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_PARTS, judge, 0, 0, 85, false});
    return RC_OK;
}
