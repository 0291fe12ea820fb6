/* A value and its conversion in brackets right behind it: "1,700 feet (412 metres)". Writers round
 * generously when they convert, so the two may differ by their rounding and 3 per cent more; and
 * where one is the other brought to a round figure, "60 miles (100 km)", by 8. */
#include "checks/equation.h"

#define GENEROUS 0.03
#define ROUND_GENEROUS 0.08
#define DEGREES_GENEROUS 0.006 /* some two degrees */
#define RATE_GENEROUS 0.12     /* of two rates of exchange in one document, past their rounding */
#define EXACT_PRECISION (-100)
#define RATES_MAX 64 /* of one document */

/* Whether `round` is what `exact` comes to when it is rounded to as many digits as `round` has
 * before its zeros. */
static bool rounds_to(const rc_quantity *exact, const rc_quantity *round)
{
    rc_quantity x = *exact, r = *round;
    x.precision = EXACT_PRECISION;
    if (r.low.exponent > r.precision)
        r.precision = r.low.exponent;
    return rc_quantity_compare(&x, &r) != RC_VALUES_DIFFER;
}

static bool differs(const rc_quantity *p, const rc_quantity *q)
{
    double distance = rc_quantity_distance(p, q);
    bool degrees = p->unit->dimension == RC_DIM_TEMPERATURE; /* from absolute zero on */
    if (rc_quantity_compare(p, q) != RC_VALUES_DIFFER ||
        distance < (degrees ? DEGREES_GENEROUS : GENEROUS))
        return false;
    return distance >= ROUND_GENEROUS || !(rounds_to(p, q) || rounds_to(q, p));
}

/* Two measures of one dimension in two units; a rate goes with a rate per the same. */
static bool converts(const rc_quantity *p, const rc_quantity *q)
{
    return p->unit->dimension == q->unit->dimension && !rc_str_eq(p->unit->id, q->unit->id) &&
           p->unit->dimension != RC_DIM_NUMBER && p->unit->dimension != RC_DIM_CURRENCY &&
           p->unit->dimension != RC_DIM_DURATION && p->per == q->per;
}

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_operand *o = e->operands;
    if (!o[0].given || !o[1].given || o[0].is_time || o[1].is_time ||
        !converts(&o[0].quantity, &o[1].quantity))
        return RC_UNKNOWN;
    if (!differs(&o[0].quantity, &o[1].quantity))
        return RC_HOLDS;
    *ret_message =
        rc_arena_printf(c->arena, "%.*s is not %.*s", RC_STR_ARG(rc_operand_text(c, e, 0)),
                        RC_STR_ARG(rc_operand_text(c, e, 1)));
    return RC_FAILS;
}

/* --- rates of exchange ------------------------------------------------------------------------ */

static bool is_money(const rc_quantity *q)
{
    return q->unit->dimension == RC_DIM_CURRENCY && rc_quantity_is_exact(q) && !q->per &&
           rc_decimal_cmp(q->low, rc_decimal_from(0)) > 0;
}

static bool is_exchange(const rc_equation *e)
{
    const rc_quantity *p = &e->operands[0].quantity, *q = &e->operands[1].quantity;
    return e->law == RC_LAW_SAME && e->operands[0].given && e->operands[1].given &&
           !e->operands[0].is_time && !e->operands[1].is_time && is_money(p) && is_money(q) &&
           !rc_str_eq(p->unit->id, q->unit->id);
}

/* How far the rate may be off by rounding alone, as a part of it. */
static double rounding(const rc_quantity *q)
{
    rc_decimal half;
    double value = rc_decimal_approximate(q->low);
    if (rc_decimal_make(5, q->precision - 1, &half) != RC_OK)
        return 1;
    return rc_decimal_approximate(half) / value + (q->approximate ? 0.05 : 0);
}

/* Two conversions of one pair of currencies imply two rates. */
static bool rates_differ(const rc_equation *a, const rc_equation *b)
{
    const rc_quantity *p = &a->operands[0].quantity, *q = &a->operands[1].quantity;
    const rc_quantity *r = &b->operands[0].quantity, *s = &b->operands[1].quantity;
    if (!rc_str_eq(p->unit->id, r->unit->id)) {
        const rc_quantity *swap = r;
        r = s;
        s = swap;
    }
    if (!rc_str_eq(p->unit->id, r->unit->id) || !rc_str_eq(q->unit->id, s->unit->id))
        return false;
    double first = rc_decimal_approximate(p->low) / rc_decimal_approximate(q->low);
    double second = rc_decimal_approximate(r->low) / rc_decimal_approximate(s->low);
    double slack = RATE_GENEROUS + rounding(p) + rounding(q) + rounding(r) + rounding(s);
    return first > second * (1 + slack) || second > first * (1 + slack);
}

static void check_rates(rc_checking *c, const rc_equation *const *pairs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const rc_equation *a = pairs[0], *b = pairs[i];
        if (!rates_differ(a, b))
            continue;
        /* Of three or more the one that stands alone is in doubt. */
        if (count > 2 && rates_differ(a, pairs[i == 1 ? 2 : 1]))
            b = a;
        const rc_equation *other = b == a ? pairs[i] : a;
        rc_finding f = {.rule = RC_STR("conversion/mismatch"),
                        .severity = RC_WARNING,
                        .confidence = 70,
                        .message = rc_arena_printf(
                            c->arena, "%.*s as %.*s is another rate of exchange than %.*s as %.*s",
                            RC_STR_ARG(rc_operand_text(c, b, 0)),
                            RC_STR_ARG(rc_operand_text(c, b, 1)),
                            RC_STR_ARG(rc_operand_text(c, other, 0)),
                            RC_STR_ARG(rc_operand_text(c, other, 1)))};
        rc_checking_report(c, &f, c->store->docs[b->doc].doc, b->operands[1].span, b->sentence);
        return;
    }
}

rc_status rc_check_conversion(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    const rc_equation *pairs[RATES_MAX];
    size_t count = 0;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_SAME, judge, 1, 0, 90, false});
    for (size_t i = 0; i < s->equation_count; i++) {
        if (is_exchange(s->equations[i]) && count < RATES_MAX)
            pairs[count++] = s->equations[i];
        if (i + 1 == s->equation_count || s->equations[i + 1]->doc != s->equations[i]->doc) {
            check_rates(c, pairs, count);
            count = 0;
        }
    }
    return RC_OK;
}
