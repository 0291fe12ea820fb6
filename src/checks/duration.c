/* A length of time against its ends: "a three-day summit, October 24 to 28"; "12 years, from 1985
 * to 1999". Both ends may be counted, or one; a length in years or months stands for half a unit
 * either way, and for what is left of the last one where the ends are given to the day. */
#include "checks/equation.h"

/* Days from the first to the last, both counted or not: the least and the most. */
typedef struct {
    double least, most; /* days */
    rc_grain grain;
} stretch;

static rc_status ends_of(rc_arena *a, const rc_equation *e, rc_time *from, rc_time *to)
{
    const rc_operand *o = e->operands;
    if (o[0].given && o[1].given) {
        *from = o[0].time;
        *to = o[1].time;
        if (from->low == RC_DAY_NONE || to->low == RC_DAY_NONE)
            return rc_time_in_any_year(a, o[0].time.value, from) == RC_OK
                       ? rc_time_in_any_year(a, o[1].time.value, to)
                       : RC_NONE;
        return from->approximate || to->approximate ? RC_NONE : RC_OK;
    }
    rc_str value = o[3].time.value, first;
    /* A week or a part of a month has no ends of its own: "three days in the first week of May". */
    if (!o[3].given || o[3].time.grain != RC_GRAIN_SPAN || !rc_str_split(&value, '/', &first) ||
        !value.ptr || o[3].time.approximate)
        return RC_NONE;
    return rc_time_in_any_year(a, first, from) == RC_OK ? rc_time_in_any_year(a, value, to)
                                                        : RC_NONE;
}

static rc_status stretch_of(rc_arena *a, const rc_equation *e, stretch *ret)
{
    rc_time from, to;
    if (ends_of(a, e, &from, &to) != RC_OK || from.grain != to.grain || from.low >= to.low ||
        (from.grain != RC_GRAIN_DAY && from.grain != RC_GRAIN_MONTH && from.grain != RC_GRAIN_YEAR))
        return RC_NONE;
    *ret =
        (stretch){.least = to.low - from.high, .most = to.high - from.low + 1, .grain = from.grain};
    return RC_OK;
}

/* What a length may stand for, in days. RC_NONE: it is shorter than a day. */
static rc_status length_of(const rc_time *t, rc_grain ends, double *least, double *most)
{
    double day = 86400, year = 365.2425, month = year / 12;
    double days = t->seconds / day, months = (double)t->months;
    if (t->kind != RC_TIME_DURATION || (months == 0 && days < 1))
        return RC_NONE;
    double size = months * month + days, slack = 0;
    if (t->months && t->months % 12 == 0)
        slack = year / 2;
    else if (t->months)
        slack = month / 2;
    else if (rc_str_ends(t->value, RC_STR("W")))
        slack = 4;
    *least = size - slack;
    *most = size + (slack > 4 && ends == RC_GRAIN_DAY ? 2 * slack : slack);
    if (t->approximate) {
        *least -= size * 0.15;
        *most += size * 0.15;
    }
    return RC_OK;
}

static rc_verdict judge(rc_checking *c, const rc_equation *e, rc_str *ret_message)
{
    stretch s;
    double least, most;
    if (!e->operands[2].given || !e->operands[2].is_time || stretch_of(c->arena, e, &s) != RC_OK ||
        length_of(&e->operands[2].time, s.grain, &least, &most) != RC_OK)
        return RC_UNKNOWN;
    if (s.least <= most && least <= s.most)
        return RC_HOLDS;
    double between = (s.least + s.most) / 2;
    if (between > 20 * most || between < least / 20)
        return RC_UNKNOWN;
    bool years = s.grain == RC_GRAIN_YEAR;
    *ret_message = rc_arena_printf(
        c->arena, "%.*s to %.*s is %.4g %s, not '%.*s'",
        RC_STR_ARG(rc_operand_text(c, e, e->operands[0].given ? 0 : 3)),
        RC_STR_ARG(e->operands[0].given ? rc_operand_text(c, e, 1) : RC_STR("the end")),
        years ? between / 365.2425 : s.most, years ? "years" : "days",
        RC_STR_ARG(rc_operand_text(c, e, 2)));
    return RC_FAILS;
}

rc_status rc_check_duration(rc_checking *c, rc_err *err)
{
    (void)err;
    rc_equations_check(c, &(rc_equation_check){NULL, RC_LAW_SPAN, judge, 2, 2, 85, false});
    return RC_OK;
}
