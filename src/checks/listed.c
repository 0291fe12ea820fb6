/* An announced number of things and the list behind it: "three conditions: ...". */
#include "checks/equation.h"

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_quantity *announced = &e->operands[0].quantity, *listed = &e->operands[1].quantity;
    if (rc_decimal_eq(announced->low, listed->low))
        return RC_HOLDS;
    *ret_message = rc_arena_printf(c->arena, "%.*s are announced, and %.*s listed",
                                   RC_STR_ARG(rc_operand_text(c, e, 0)),
                                   RC_STR_ARG(rc_decimal_print(c->arena, listed->low)));
    return RC_FAILS;
}

rc_status rc_check_listed(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){"list/count", RC_LAW_LISTED, judge, 0, 0, 80, true});
    return RC_OK;
}
