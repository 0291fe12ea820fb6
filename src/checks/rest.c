/* Shares that are said to be all there is: "60 per cent voted for it and the remaining 45 per cent
 * against". */
#include "checks/equation.h"

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    rc_bounds sum = rc_bounds_exactly(0), whole = rc_bounds_exactly(100), one;
    rc_str list = RC_STR("");
    size_t count = 0;
    for (size_t i = 0; i < RC_OPERANDS_MAX; i++) {
        if (!e->operands[i].given)
            continue;
        const rc_quantity *q = &e->operands[i].quantity;
        if (q->unit->dimension != RC_DIM_PERCENT || !rc_quantity_is_exact(q) ||
            rc_bounds_of(q, &one) != RC_OK || rc_bounds_add(&sum, &one, &sum) != RC_OK)
            return RC_UNKNOWN;
        list = rc_arena_printf(c->arena, "%.*s%s%.*s", RC_STR_ARG(list), count++ ? " and " : "",
                               RC_STR_ARG(rc_operand_text(c, e, i)));
    }
    if (count < 2)
        return RC_UNKNOWN;
    if (rc_bounds_meet(&sum, &whole))
        return RC_HOLDS;
    *ret_message = rc_arena_printf(c->arena, "%.*s are not 100 percent", RC_STR_ARG(list));
    return RC_FAILS;
}

rc_status rc_check_rest(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_REST, judge, 0, 1, 85, false});
    return RC_OK;
}
