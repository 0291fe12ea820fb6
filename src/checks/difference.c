/* Two values and their difference: a majority of votes, a surplus of exports over imports, what is
 * left of revenue after costs. */
#include "checks/equation.h"

/* The difference is in the unit of the two: of percentages in points; and counts no other thing. */
static bool fits(const rc_quantity *value, const rc_quantity *difference)
{
    bool points = value->unit->dimension == RC_DIM_PERCENT &&
                  difference->unit->dimension == RC_DIM_PERCENTAGE_POINT;
    bool percent =
        value->unit->dimension == RC_DIM_PERCENT && difference->unit->dimension == RC_DIM_PERCENT;
    if (percent || (!points && !rc_str_eq(value->unit->id, difference->unit->id)))
        return false;
    return !difference->of.len || !value->of.len || rc_str_eq(difference->of, value->of);
}

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    rc_quantity ends[2];
    const rc_quantity *said = &e->operands[2].quantity;
    if (!e->operands[2].given || !rc_equation_ends(e, ends) ||
        !rc_quantity_same_unit(&ends[0], &ends[1]) || !fits(&ends[0], said))
        return RC_UNKNOWN;
    rc_bounds more, less, given, difference;
    bool turned = rc_decimal_cmp(ends[0].low, ends[1].low) < 0;
    const rc_quantity *parts[] = {&ends[turned], &ends[!turned]};
    if (rc_bounds_of(parts[0], &more) != RC_OK || rc_bounds_of(parts[1], &less) != RC_OK ||
        rc_bounds_of(said, &given) != RC_OK || rc_bounds_round(&given, said, parts, 2) != RC_OK ||
        rc_bounds_sub(&more, &less, &difference) != RC_OK)
        return RC_UNKNOWN;
    if (rc_bounds_meet(&difference, &given))
        return RC_HOLDS;
    rc_decimal exact;
    if (rc_decimal_sub(parts[0]->low, parts[1]->low, &exact) != RC_OK)
        return RC_UNKNOWN;
    *ret_message = rc_arena_printf(c->arena, "%.*s less %.*s is %.*s, not %.*s",
                                   RC_STR_ARG(rc_quantity_print(c->arena, parts[0])),
                                   RC_STR_ARG(rc_quantity_print(c->arena, parts[1])),
                                   RC_STR_ARG(rc_decimal_print(c->arena, exact)),
                                   RC_STR_ARG(rc_operand_text(c, e, 2)));
    return RC_FAILS;
}

rc_status rc_check_difference(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_DIFFERENCE, judge, 2, 2, 85, false});
    return RC_OK;
}
