/* Dates that cannot be: a day that its month has not; what is told as past and lies behind the
 * document's own date; a time counted up to now that ends in another year. */
#include "checks/equation.h"

#define YEARS_OFF_MIN 2  /* "the 25 years since 1998" may be rounded by one */
#define YEARS_OFF_MAX 12 /* more is a story told of another time */

static rc_verdict is_impossible(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    *ret_message = rc_arena_printf(c->arena, "%.*s: the month has no such day",
                                   RC_STR_ARG(rc_operand_text(c, e, 0)));
    return RC_FAILS;
}

static rc_verdict is_later(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_doc *d = c->store->docs[e->doc].doc;
    if (e->quoted)
        return RC_UNKNOWN;
    *ret_message = rc_arena_printf(c->arena, "%.*s is told as past, in a text of %.*s",
                                   RC_STR_ARG(rc_operand_text(c, e, 0)),
                                   RC_STR_ARG(rc_day_print(c->arena, d->date)));
    return RC_FAILS;
}

static int32_t year_of(int32_t day)
{
    int32_t y, m, d;
    rc_day_to_civil(day, &y, &m, &d);
    return y;
}

/* Whole years of a length, or of an ordinal: "50th". */
static bool years_of(const rc_operand *o, int32_t *ret)
{
    if (o->is_time)
        *ret = o->time.months % 12 || o->time.approximate ? 0 : (int32_t)(o->time.months / 12);
    else
        *ret = o->quantity.has_low && o->quantity.low.exponent >= 0 && !o->quantity.approximate
                   ? (int32_t)rc_decimal_approximate(o->quantity.low)
                   : 0;
    return *ret > 0 && *ret < 2000;
}

/* "Founded in 1970, it marks its 50th anniversary in 2025": now is said, or the text's date, from
 * which it may be a year away. */
static rc_verdict is_no_anniversary(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_operand *o = e->operands;
    const rc_doc *d = c->store->docs[e->doc].doc;
    int32_t years;
    if (!o[0].given || !o[0].is_time || !o[1].given || !years_of(&o[1], &years) ||
        o[0].time.low == RC_DAY_NONE || o[0].time.anchor != RC_ANCHOR_NONE ||
        o[0].time.approximate || o[0].time.grain > RC_GRAIN_YEAR || e->quoted)
        return RC_UNKNOWN;
    bool said = o[2].given && o[2].is_time && o[2].time.low != RC_DAY_NONE;
    if (!said && !rc_doc_is_dated(d))
        return RC_UNKNOWN;
    int32_t now = year_of(said ? o[2].time.low : d->date);
    int32_t off = now - year_of(o[0].time.low) - years, slack = said && !o[1].is_time ? 0 : 1;
    if (off >= -slack && off <= slack)
        return RC_HOLDS;
    if (off > 50 || off < -50)
        return RC_UNKNOWN;
    *ret_message = rc_arena_printf(
        c->arena, "from %.*s to %d are %d years, not '%.*s'", RC_STR_ARG(rc_operand_text(c, e, 0)),
        now, now - year_of(o[0].time.low), RC_STR_ARG(rc_operand_text(c, e, 1)));
    return RC_FAILS;
}

static rc_verdict is_off(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    const rc_doc *d = c->store->docs[e->doc].doc;
    if (e->family != UINT16_MAX)
        return is_no_anniversary(c, e, ret_message);
    if (!e->operands[2].given || e->quoted)
        return RC_UNKNOWN;
    int32_t off = year_of(e->operands[2].time.low) - year_of(d->date);
    off = off < 0 ? -off : off;
    if (off < YEARS_OFF_MIN)
        return RC_HOLDS;
    if (off > YEARS_OFF_MAX)
        return RC_UNKNOWN;
    *ret_message = rc_arena_printf(
        c->arena, "'%.*s' ends in %d, the text is of %.*s", RC_STR_ARG(rc_operand_text(c, e, 2)),
        year_of(e->operands[2].time.low), RC_STR_ARG(rc_day_print(c->arena, d->date)));
    return RC_FAILS;
}

rc_status rc_check_calendar(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){"date/impossible", RC_LAW_IMPOSSIBLE, is_impossible,
                                               0, 0, 95, false});
    rc_equations_check(c,
                       &(rc_equation_check){"date/later", RC_LAW_LATER, is_later, 0, 0, 75, true});
    rc_equations_check(c,
                       &(rc_equation_check){"date/elapsed", RC_LAW_SINCE, is_off, 1, 2, 75, true});
    return RC_OK;
}
