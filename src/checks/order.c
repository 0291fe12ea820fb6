/* Two dates of which one cannot come first: what opens and closes, a report and what it is about,
 * an arrest and a sentence. Where the text does not say the years, dates far apart are of two
 * years. */
#include "checks/equation.h"

#define ONE_YEAR_DAYS 120 /* dates without a year that are at most so far apart are of one year */

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_operand *o = e->operands;
    if (!o[0].given || !o[1].given || !o[0].is_time || !o[1].is_time || e->quoted)
        return RC_UNKNOWN;
    rc_time x = o[0].time, y = o[1].time;
    bool sure = x.anchor == RC_ANCHOR_NONE && y.anchor == RC_ANCHOR_NONE;
    if (x.low == RC_DAY_NONE && y.low == RC_DAY_NONE && !x.impossible && !y.impossible) {
        sure = false;
        if (rc_time_in_any_year(c->arena, o[0].time.value, &x) != RC_OK ||
            rc_time_in_any_year(c->arena, o[1].time.value, &y) != RC_OK)
            return RC_UNKNOWN;
    }
    const rc_time *first = &x, *then = &y;
    if (first->low == RC_DAY_NONE || then->low == RC_DAY_NONE || first->kind != RC_TIME_DATE ||
        then->kind != RC_TIME_DATE || first->approximate || then->approximate)
        return RC_UNKNOWN;
    if (first->low <= then->high)
        return RC_HOLDS;
    if (!sure && first->low - then->high > ONE_YEAR_DAYS)
        return RC_UNKNOWN;
    *ret_message =
        rc_arena_printf(c->arena, "%.*s comes before %.*s, which must precede it",
                        RC_STR_ARG(rc_operand_text(c, e, 1)), RC_STR_ARG(rc_operand_text(c, e, 0)));
    return RC_FAILS;
}

rc_status rc_check_order(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_ORDER, judge, 1, 0, 85, false});
    return RC_OK;
}
