/* From what was said to the days meant. A year, month or day that was not said comes from the
 * document's date, or from the date last named; doc/readings.md tells which, and why. */
#include "mentions/times.h"

typedef struct {
    int32_t year, month, day;
} civil;

static civil civil_of(int32_t day_number)
{
    civil c;
    rc_day_to_civil(day_number, &c.year, &c.month, &c.day);
    return c;
}

static bool has_doc(const rc_time_context *c)
{
    return c->doc_day != RC_DAY_NONE;
}

static bool has_last(const rc_time_context *c)
{
    return c->last.low != RC_DAY_NONE;
}

/* Whether a date without its year goes with the date last named, not with the document's. */
static bool goes_with_last(const rc_time_context *c)
{
    return has_last(c) && (c->historical || c->last_near);
}

/* The day that a relative date is counted from. RC_DAY_NONE: there is none. */
static int32_t anchor_day(const rc_time_context *c, rc_point_base base, bool days,
                          rc_anchor *ret_anchor)
{
    bool named = base == RC_BASE_NAMED || (base == RC_BASE_DOCUMENT && c->historical);
    if (base == RC_BASE_EITHER)
        named = c->look <= 0 && (days || c->historical || c->same_sentence || !has_doc(c));
    if (named && has_last(c)) {
        *ret_anchor = RC_ANCHOR_MENTION;
        bool fine = c->last.grain <= RC_GRAIN_DAY;
        if (days && !fine && c->last_day != RC_DAY_NONE)
            return c->last_day;
        return c->last.low;
    }
    *ret_anchor = c->doc_anchor;
    return c->doc_day;
}

/* ------------------------------------------------------------------ choosing a year */

/* Whether day `low` to `high` fits the way the sentence looks, and how far it lies from `at`. */
static int32_t badness(const rc_time_context *c, int32_t low, int32_t high, int32_t at)
{
    int32_t far = low > at ? low - at : high < at ? at - high : 0;
    /* An inferred date is the latest told: the document may be somewhat younger. */
    int32_t slack = c->doc_anchor == RC_ANCHOR_INFERRED ? 45 : 0;
    bool wrong = (c->look < 0 && low > at + slack) || (c->look > 0 && high < at);
    return far + (wrong ? 4000 : 0);
}

typedef struct {
    int32_t low, high;
} stretch;

/* The day of a holiday: of a fixed date, of the nth weekday of a month (-1: the last), or so many
 * days from Easter. */
static int32_t holiday_in(const rc_holiday *h, int32_t year)
{
    if (!h->month)
        return rc_day_easter(year) + h->shift;
    int32_t day = rc_day_from_civil(year, h->month, h->day ? h->day : 1);
    if (!h->nth)
        return day;
    int32_t n = h->nth;
    if (n < 0) {
        day = rc_day_add_months(day, 1) - 7;
        n = 1;
    }
    return day + (h->weekday - rc_day_weekday(day) + 7) % 7 + (n - 1) * 7 + h->shift;
}

/* The stretch that a point without year takes in `year`; false: none. */
static bool stretch_in(const rc_time_context *c, const rc_point *p, int32_t year, stretch *ret)
{
    if (year <= RC_YEAR_MIN || year >= RC_YEAR_MAX)
        return false;
    int32_t first = 1, last = 12;
    if (p->form == RC_POINT_HOLIDAY) {
        int32_t day = holiday_in(&c->words->holidays[p->number], year);
        *ret = (stretch){day, day};
        return true;
    }
    if (p->form == RC_POINT_QUARTER) {
        first = p->number * 3 - 2;
        last = p->number * 3;
    } else if (p->form == RC_POINT_HALF) {
        first = p->number * 6 - 5;
        last = p->number * 6;
    } else if (p->form == RC_POINT_SEASON) {
        first = p->number == 4 ? 0 : p->number * 3;
        last = first + 2;
    } else if (p->month) {
        if (p->day && !rc_day_exists(year, p->month, p->day))
            return false;
        first = last = p->month;
    }
    int32_t start = rc_day_from_civil(year, 1, 1);
    *ret = (stretch){rc_day_add_months(start, first - 1), rc_day_add_months(start, last) - 1};
    if (p->day && p->month)
        ret->low = ret->high = rc_day_from_civil(year, p->month, p->day);
    return true;
}

/* "last March", "this summer", "the previous April", "March after next" */
static bool related_year(const rc_time_context *c, const rc_point *p, int32_t at, int32_t *ret)
{
    int32_t year = civil_of(at).year, found = RC_POINT_NO_YEAR, best = INT32_MAX;
    (void)c;
    for (int32_t y = year - 4; y <= year + 4; y++) {
        stretch t;
        if (!stretch_in(c, p, y, &t))
            continue;
        bool fits = p->relation < 0 ? t.high < at : p->relation > 0 ? t.low > at : true;
        int32_t far = p->relation < 0 ? at - t.high : p->relation > 0 ? t.low - at : 0;
        if (p->relation == 0)
            far = t.low > at ? t.low - at : t.high < at ? at - t.high : 0;
        if (p->relation == 0 && p->form == RC_POINT_CIVIL && y != year)
            far += 4000;
        if (fits && far < best) {
            best = far;
            found = y;
        }
    }
    if (found == RC_POINT_NO_YEAR)
        return false;
    *ret = p->relation == 2 ? found + 1 : p->relation == -2 ? found - 1 : found;
    return true;
}

/* Of a quarter, season or holiday: the nearest to the date last named. */
static int32_t nearest_year(const rc_time_context *c, const rc_point *p, int32_t year)
{
    int32_t best = INT32_MAX, found = year;
    for (int32_t y = year + 1; y >= year - 1; y--) {
        stretch t;
        if (!stretch_in(c, p, y, &t))
            continue;
        int32_t at = c->last.low, far = t.low > at ? t.low - at : t.high < at ? at - t.high : 0;
        if (far < best) {
            best = far;
            found = y;
        }
    }
    return found;
}

/* A story goes forward: a month is of the year last named, unless it lies far before the month last
 * named (then of the year after), or so far behind it that the year before is nearer. */
static int32_t narrative_year(const rc_time_context *c, const rc_point *p)
{
    civil last = civil_of(c->last.low);
    if (c->last.grain > RC_GRAIN_QUARTER)
        return last.year;
    if (!p->month)
        return nearest_year(c, p, last.year);
    int32_t ahead = p->month - last.month;
    return ahead <= -7 ? last.year + 1 : ahead >= 10 ? last.year - 1 : last.year;
}

/* The year of a point that names none. */
static bool choose_year(const rc_time_context *c, const rc_point *p, int32_t *ret,
                        rc_anchor *ret_anchor)
{
    if (p->related != RC_BASE_NONE) {
        int32_t at = anchor_day(c, p->related, false, ret_anchor);
        return at != RC_DAY_NONE && related_year(c, p, at, ret);
    }
    if (goes_with_last(c)) {
        stretch t;
        *ret_anchor = RC_ANCHOR_MENTION;
        *ret = narrative_year(c, p);
        if (stretch_in(c, p, *ret, &t))
            return true;
    }
    if (!has_doc(c))
        return false;
    *ret_anchor = c->doc_anchor;
    int32_t year = civil_of(c->doc_day).year, best = INT32_MAX;
    for (int32_t y = year + 4; y >= year - 4; y--) {
        stretch t;
        if (!stretch_in(c, p, y, &t))
            continue;
        int32_t bad = badness(c, t.low, t.high, c->doc_day);
        if (bad <= best) {
            best = bad;
            *ret = y;
        }
    }
    return best != INT32_MAX;
}

/* ------------------------------------------------------------------ civil dates */

static bool resolve_weekday(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    rc_anchor anchor;
    rc_point_base base = p->related ? p->related : RC_BASE_DOCUMENT;
    if (!p->related && c->historical && has_last(c))
        base = RC_BASE_NAMED;
    int32_t at = anchor_day(c, base, true, &anchor);
    if (at == RC_DAY_NONE) {
        *ret = rc_time_unresolved(c->arena, 0, 0);
        ret->value = RC_STR("XXXX-XX-XX");
        return true;
    }
    int32_t back = (rc_day_weekday(at) - p->weekday + 7) % 7; /* days since that weekday */
    int32_t day = at - back;
    if (p->related && p->relation < 0)
        day = back ? day : at - 7;
    else if (p->related && p->relation > 0)
        day = at - back + 7 * p->relation;
    else if (base == RC_BASE_NAMED || c->look > 0 || (p->related && back > 3))
        day = back ? at - back + 7 : at;
    *ret = rc_time_day(c->arena, day);
    ret->anchor = anchor;
    return true;
}

/* "the 9th", "Thursday the 21st": of the month last named, or the nearest to the document. */
static bool resolve_day_only(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    bool named = has_last(c) && c->last.grain <= RC_GRAIN_MONTH &&
                 (goes_with_last(c) || c->last_day == c->last.low);
    int32_t at = named ? c->last.low : c->doc_day;
    if (at == RC_DAY_NONE) {
        *ret = rc_time_unresolved(c->arena, 0, p->day);
        return true;
    }
    civil a = civil_of(at);
    int32_t best = INT32_MAX, found = RC_DAY_NONE;
    for (int32_t step = -14; step <= 14; step++) {
        int32_t month = a.year * 12 + a.month - 1 + step;
        int32_t y = month >= 0 ? month / 12 : -((11 - month) / 12), m = month - y * 12 + 1;
        if (!rc_day_exists(y, m, p->day))
            continue;
        int32_t day = rc_day_from_civil(y, m, p->day);
        bool other = p->weekday && rc_day_weekday(day) != p->weekday;
        int32_t bad = named ? (step < 0 ? -step : step) * 40 + 1 : badness(c, day, day, at);
        bad += other ? 100000 : 0;
        if (bad < best) {
            best = bad;
            found = day;
        }
    }
    if (found == RC_DAY_NONE)
        return false;
    *ret = rc_time_day(c->arena, found);
    ret->anchor = named ? RC_ANCHOR_MENTION : c->doc_anchor;
    return true;
}

static bool resolve_in_base(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    rc_time base;
    if (!rc_point_resolve(c, p->base, &base))
        return false;
    if (base.low == RC_DAY_NONE) {
        *ret = p->month ? rc_time_unresolved(c->arena, p->month, p->day) : base;
        return true;
    }
    int32_t year = civil_of(base.high).year;
    if (p->form == RC_POINT_QUARTER)
        *ret = rc_time_quarter(c->arena, year, p->number);
    else if (p->form == RC_POINT_HALF)
        *ret = rc_time_half(c->arena, year, p->number);
    else if (p->form == RC_POINT_SEASON)
        *ret = rc_time_season(c->arena, year, p->number);
    else if (p->base->unit == RC_TU_WEEK)
        *ret = rc_time_day(c->arena, base.low + p->weekday - 1);
    else if (p->day && !rc_day_exists(year, p->month, p->day))
        return false;
    else if (p->day)
        *ret = rc_time_day(c->arena, rc_day_from_civil(year, p->month, p->day));
    else
        *ret = rc_time_month(c->arena, year, p->month);
    ret->anchor = base.anchor;
    return true;
}

static rc_time civil_time(const rc_time_context *c, const rc_point *p, int32_t year)
{
    int32_t month = p->month, day = p->day;
    if (p->order == RC_ORDER_UNSURE && c->day_first) {
        month = p->day;
        day = p->month;
    }
    if (!month)
        return rc_time_year(c->arena, year);
    if (!day)
        return rc_time_month(c->arena, year, month);
    return rc_time_day(c->arena, rc_day_from_civil(year, month, day));
}

static bool resolve_civil(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    int32_t year = p->year;
    rc_anchor anchor = RC_ANCHOR_NONE;
    if (year == RC_POINT_NO_YEAR && !p->month)
        return p->day ? resolve_day_only(c, p, ret) : resolve_weekday(c, p, ret);
    bool named = year != RC_POINT_NO_YEAR;
    if (p->day > rc_month_days(named ? year : 4, p->month ? p->month : 1)) {
        *ret = rc_time_unresolved(c->arena, p->month, 0);
        ret->impossible = true;
        return true;
    }
    if (!named && !choose_year(c, p, &year, &anchor)) {
        *ret = rc_time_unresolved(c->arena, p->month, p->day);
        return true;
    }
    if (p->day && !rc_day_exists(year, p->month, p->day))
        return false;
    *ret = civil_time(c, p, year);
    ret->anchor = anchor;
    ret->unsure = p->order == RC_ORDER_UNSURE && !c->order_known;
    return ret->low != RC_DAY_NONE;
}

/* ------------------------------------------------------------------ periods */

static bool resolve_group(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    int32_t year = p->year;
    rc_anchor anchor = RC_ANCHOR_NONE;
    if (year == RC_POINT_NO_YEAR && !choose_year(c, p, &year, &anchor)) {
        *ret = rc_time_unresolved(c->arena, 0, 0);
        ret->value = rc_arena_printf(c->arena, "XXXX-%02d",
                                     (int)p->number + (p->form == RC_POINT_QUARTER ? 32
                                                       : p->form == RC_POINT_HALF  ? 39
                                                                                   : 20));
        return p->form != RC_POINT_HOLIDAY;
    }
    if (p->form == RC_POINT_QUARTER) {
        *ret = rc_time_quarter(c->arena, year, p->number);
    } else if (p->form == RC_POINT_HALF) {
        *ret = rc_time_half(c->arena, year, p->number);
    } else if (p->form == RC_POINT_SEASON) {
        *ret = rc_time_season(c->arena, year, p->number);
    } else {
        stretch t;
        if (!stretch_in(c, p, year, &t))
            return false;
        *ret = rc_time_day(c->arena, t.low);
    }
    ret->anchor = anchor;
    return ret->low != RC_DAY_NONE;
}

static bool resolve_decade(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    int32_t year = p->year;
    if (year < 0 || year >= 100) {
        *ret = rc_time_decade(c->arena, year);
        return ret->low != RC_DAY_NONE;
    }
    int32_t at = c->historical && has_last(c) ? c->last.low : c->doc_day;
    int32_t now = at == RC_DAY_NONE ? 2000 : civil_of(at).year;
    int32_t century = (now >= 0 ? now : now - 99) / 100 * 100;
    year += century + (year > now - century ? -100 : 0);
    *ret = rc_time_decade(c->arena, year);
    ret->anchor = c->doc_anchor;
    return ret->low != RC_DAY_NONE;
}

/* The period of a unit that holds day `at`, `relation` of them away. */
static rc_time period_at(rc_arena *a, rc_time_unit unit, int32_t at, int32_t relation)
{
    civil d = civil_of(at);
    int32_t monday = at - (rc_day_weekday(at) - 1);
    int32_t months = d.year * 12 + d.month - 1 + relation;
    int32_t my = months >= 0 ? months / 12 : -((11 - months) / 12);
    int32_t quarters = d.year * 4 + (d.month - 1) / 3 + relation;
    int32_t qy = quarters >= 0 ? quarters / 4 : -((3 - quarters) / 4);
    int32_t decade = (d.year >= 0 ? d.year / 10 : -((9 - d.year) / 10)) * 10;
    switch (unit) {
    case RC_TU_WEEK:
        return rc_time_days(a, monday + 7 * relation, monday + 7 * relation + 6, RC_GRAIN_WEEK);
    case RC_TU_FORTNIGHT:
        monday += relation > 0 ? 7 : relation < 0 ? -14 : 0;
        return rc_time_days(a, monday, monday + 13, RC_GRAIN_SPAN);
    case RC_TU_WEEKEND:
        monday += 7 * relation;
        return rc_time_days(a, monday + 5, monday + 6, RC_GRAIN_DAY);
    case RC_TU_MONTH:
        return rc_time_month(a, my, months - my * 12 + 1);
    case RC_TU_QUARTER:
        return rc_time_quarter(a, qy, quarters - qy * 4 + 1);
    case RC_TU_YEAR:
        return rc_time_year(a, d.year + relation);
    case RC_TU_DECADE:
        return rc_time_decade(a, decade + 10 * relation);
    case RC_TU_CENTURY:
        return rc_time_century(a, (d.year > 0 ? d.year / 100 + 1 : 1) + relation);
    case RC_TU_SECOND:
    case RC_TU_MINUTE:
    case RC_TU_HOUR:
    case RC_TU_DAY:
    case RC_TU_WORKDAY:
    case RC_TU_NIGHT:
    case RC_TU_SEASON:
    case RC_TU_SEMESTER:
    case RC_TU_HALF:
    case RC_TU_MILLENNIUM:
    case RC_TU_COUNT:
        break;
    }
    return rc_time_day(a, at + relation);
}

/* `day` moved by a length; RC_DAY_NONE: out of the calendar. */
static int32_t moved(int32_t day, const rc_duration *d, int sign)
{
    double months = rc_decimal_approximate(d->amount[RC_SPAN_YEAR]) * 12 +
                    rc_decimal_approximate(d->amount[RC_SPAN_MONTH]);
    double days = rc_decimal_approximate(d->amount[RC_SPAN_WEEK]) * 7 +
                  rc_decimal_approximate(d->amount[RC_SPAN_DAY]) +
                  rc_decimal_approximate(d->amount[RC_SPAN_HOUR]) / 24 +
                  rc_decimal_approximate(d->amount[RC_SPAN_MINUTE]) / 1440;
    if (months > 120000 || days > 3660000)
        return RC_DAY_NONE;
    int32_t year = civil_of(day).year + sign * (int32_t)(months / 12);
    if (year <= RC_YEAR_MIN + 1 || year >= RC_YEAR_MAX - 1)
        return RC_DAY_NONE;
    int32_t whole = (int32_t)months;
    int32_t rest = (int32_t)((months - whole) * 30.4 + days + 0.001);
    int32_t to = rc_day_add_months(day, sign * whole) + sign * rest;
    return to > rc_day_from_civil(RC_YEAR_MAX, 1, 1) || to < rc_day_from_civil(RC_YEAR_MIN, 12, 31)
               ? RC_DAY_NONE
               : to;
}

static bool resolve_period(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    rc_anchor anchor = RC_ANCHOR_NONE;
    bool days = p->unit == RC_TU_DAY;
    rc_time base;
    int32_t at;
    if (p->base) {
        if (!rc_point_resolve(c, p->base, &base))
            return false;
        at = base.low;
        anchor = base.anchor;
    } else {
        at = anchor_day(c, p->related, days, &anchor);
    }
    if (at == RC_DAY_NONE) {
        *ret = rc_time_unresolved(c->arena, 0, 0);
        ret->value = rc_time_units[p->unit].grain <= RC_GRAIN_WEEK    ? RC_STR("XXXX-XX-XX")
                     : rc_time_units[p->unit].grain == RC_GRAIN_MONTH ? RC_STR("XXXX-XX")
                                                                      : RC_STR("XXXX");
        return true;
    }
    if (p->running) {
        rc_duration d = {0};
        const rc_time_unit_info *u = &rc_time_units[p->unit];
        d.amount[u->span] = rc_decimal_from(u->count);
        if (c->historical)
            return rc_time_duration(c->arena, &d, ret) == RC_OK;
        int32_t other = moved(at, &d, p->relation);
        if (other == RC_DAY_NONE)
            return false;
        *ret = rc_time_days(c->arena, other < at ? other : at + 1, other < at ? at : other,
                            RC_GRAIN_SPAN);
    } else {
        *ret = period_at(c->arena, (rc_time_unit)p->unit, at, p->relation);
        bool weekend = p->unit == RC_TU_WEEKEND && p->relation == 0 && !p->base;
        if (weekend && c->look < 0 && ret->low > at) /* told on Monday as past */
            *ret = period_at(c->arena, RC_TU_WEEKEND, at, -1);
        if (p->unit == RC_TU_WEEK && p->number == 5 && ret->low != RC_DAY_NONE)
            *ret = rc_time_days(c->arena, ret->low, ret->low + 4, RC_GRAIN_WEEK);
    }
    ret->anchor = anchor;
    return ret->low != RC_DAY_NONE;
}

/* ------------------------------------------------------------------ shifts */

/* A date so many units away is known as well as its unit: "two years ago" is a year. */
static rc_time blurred(rc_arena *a, rc_time_unit unit, int32_t day)
{
    int32_t year = civil_of(day).year;
    rc_time t;
    switch (rc_time_units[unit].grain) {
    case RC_GRAIN_WEEK:
        t = rc_time_days(a, day - 3, day + 3, RC_GRAIN_WEEK);
        break;
    case RC_GRAIN_MONTH:
        t = rc_time_month(a, year, civil_of(day).month);
        break;
    case RC_GRAIN_YEAR:
        t = rc_time_year(a, year);
        break;
    case RC_GRAIN_QUARTER:
    case RC_GRAIN_SEASON:
    case RC_GRAIN_HALF:
        t = rc_time_days(a, day - 45, day + 45, RC_GRAIN_QUARTER);
        break;
    case RC_GRAIN_DECADE:
        t = rc_time_days(a, rc_day_add_months(day, -24), rc_day_add_months(day, 24),
                         RC_GRAIN_DECADE);
        break;
    case RC_GRAIN_CENTURY:
    case RC_GRAIN_SPAN:
        t = rc_time_days(a, rc_day_add_months(day, -120), rc_day_add_months(day, 120),
                         RC_GRAIN_CENTURY);
        break;
    case RC_GRAIN_TIME:
    case RC_GRAIN_DAY:
    default:
        return rc_time_day(a, day);
    }
    t.approximate = true;
    return t;
}

static bool resolve_shift(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    rc_anchor anchor = RC_ANCHOR_NONE;
    rc_time base = {.low = RC_DAY_NONE, .grain = RC_GRAIN_DAY};
    bool days = rc_time_units[p->unit].grain <= RC_GRAIN_WEEK;
    if (p->base && !rc_point_resolve(c, p->base, &base))
        return false;
    int32_t at = p->base ? base.low : anchor_day(c, p->related, days, &anchor);
    if (at == RC_DAY_NONE) {
        *ret = rc_time_unresolved(c->arena, 0, 0);
        ret->value = RC_STR("XXXX-XX-XX");
        return true;
    }
    if (p->weekday) { /* "2 Thursdays ago": the nearest counts as the first */
        int32_t back = (rc_day_weekday(at) - p->weekday + 7) % 7;
        int32_t first = p->sign < 0 ? at - (back ? back : 7) : at - back + 7;
        *ret = rc_time_day(c->arena, first + p->sign * 7 * (p->number - 1));
        ret->anchor = anchor;
        return true;
    }
    int32_t to = moved(at, &p->length, p->sign);
    if (to == RC_DAY_NONE)
        return false;
    bool exact = p->base && base.grain <= RC_GRAIN_DAY && !p->approximate;
    *ret = exact ? rc_time_day(c->arena, to) : blurred(c->arena, (rc_time_unit)p->unit, to);
    if (p->base && base.grain > RC_GRAIN_DAY && rc_time_units[p->unit].grain > RC_GRAIN_DAY &&
        base.grain > rc_time_units[p->unit].grain)
        *ret = rc_time_day(c->arena, to);
    ret->approximate = ret->approximate || p->approximate;
    ret->elapsed = p->since && !p->approximate && p->base && base.anchor == RC_ANCHOR_NONE;
    ret->anchor = p->base ? base.anchor : anchor;
    return ret->low != RC_DAY_NONE;
}

static bool resolve_trail(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    rc_anchor anchor;
    if (c->historical) /* seen from within the story: only the length is known */
        return rc_time_duration(c->arena, &p->length, ret) == RC_OK;
    int32_t at =
        anchor_day(c, p->related == RC_BASE_EITHER ? RC_BASE_DOCUMENT : p->related, true, &anchor);
    if (at == RC_DAY_NONE)
        return false;
    int32_t to = moved(at, &p->length, p->relation < 0 ? -1 : 1);
    if (to == RC_DAY_NONE)
        return false;
    if (to == at)
        *ret = rc_time_day(c->arena, at);
    else if (p->relation < 0)
        *ret = rc_time_days(c->arena, to, at - 1, RC_GRAIN_SPAN);
    else
        *ret = rc_time_days(c->arena, at + 1, to, RC_GRAIN_SPAN);
    ret->anchor = anchor;
    return ret->low != RC_DAY_NONE;
}

/* ------------------------------------------------------------------ the nth of */

static bool nth_weekday(const rc_time_context *c, const rc_point *p, const rc_time *base,
                        rc_time *ret)
{
    int32_t day;
    if (p->number < 0) {
        day = base->high - (rc_day_weekday(base->high) - p->weekday + 7) % 7;
    } else {
        day = base->low + (p->weekday - rc_day_weekday(base->low) + 7) % 7 + 7 * (p->number - 1);
    }
    if (day < base->low || day > base->high)
        return false;
    *ret = rc_time_day(c->arena, day);
    return true;
}

static bool nth_week(const rc_time_context *c, const rc_point *p, const rc_time *base, rc_time *ret)
{
    int32_t first = base->low + 7 * (p->number - 1);
    if (base->grain == RC_GRAIN_YEAR && p->number > 0)
        first = rc_day_from_week(civil_of(base->low).year, p->number);
    if (p->number < 0)
        first = base->high - (rc_day_weekday(base->high) - 1) - 7 * (p->count - 1);
    if (first > base->high)
        return false;
    *ret = rc_time_days(c->arena, first, first + 7 * p->count - 1, RC_GRAIN_WEEK);
    return true;
}

static bool nth_period(const rc_time_context *c, const rc_point *p, const rc_time *base,
                       rc_time *ret)
{
    rc_time_unit unit = (rc_time_unit)p->unit;
    int32_t at = p->number < 0 ? base->high : base->low;
    int32_t n = p->number < 0 ? 1 - p->count : p->number - 1;
    if (rc_time_units[unit].grain >= base->grain)
        return false;
    rc_time from = period_at(c->arena, unit, at, n);
    rc_time to = period_at(c->arena, unit, at, n + p->count - 1);
    if (from.low == RC_DAY_NONE || to.low == RC_DAY_NONE || from.low > base->high)
        return false;
    *ret = p->count == 1 ? from : rc_time_span(c->arena, &from, &to);
    return true;
}

static bool resolve_nth(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    rc_time base;
    if (!rc_point_resolve(c, p->base, &base))
        return false;
    if (base.low == RC_DAY_NONE || base.high == RC_DAY_NONE) {
        *ret = base;
        return true;
    }
    bool got;
    if (p->weekday) {
        got = nth_weekday(c, p, &base, ret);
    } else if (p->unit == RC_TU_WEEK) {
        got = nth_week(c, p, &base, ret);
    } else if (rc_time_units[p->unit].grain == RC_GRAIN_DAY) {
        int32_t first = p->number < 0 ? base.high - p->count + 1 : base.low + p->number - 1;
        got = first >= base.low && first <= base.high;
        if (got)
            *ret = rc_time_days(c->arena, first, first + p->count - 1,
                                p->count == 1 ? RC_GRAIN_DAY : RC_GRAIN_SPAN);
    } else {
        got = rc_time_units[p->unit].grain > RC_GRAIN_DAY && nth_period(c, p, &base, ret);
    }
    if (got)
        ret->anchor = base.anchor;
    return got;
}

/* ------------------------------------------------------------------ parts */

/* Thirds of a year are of months, of other periods of days. */
static void take_third(rc_time *t, int third)
{
    int32_t low = t->low, days = t->high - t->low + 1;
    if (t->grain == RC_GRAIN_YEAR) {
        t->low = rc_day_add_months(low, 4 * third);
        t->high = rc_day_add_months(low, 4 * third + 4) - 1;
        return;
    }
    t->low = third == 0 ? low : third == 1 ? low + days / 3 : t->high - days / 3 + 1;
    t->high = third == 0 ? low + days / 3 - 1 : third == 1 ? t->high - days / 3 : t->high;
}

static void take_half(rc_arena *a, rc_time *t, int half)
{
    int32_t days = t->high - t->low + 1, middle = t->low + days / 2;
    rc_anchor anchor = t->anchor;
    if (t->grain == RC_GRAIN_YEAR)
        *t = rc_time_half(a, civil_of(t->low).year, half);
    else
        *t = half == 1 ? rc_time_days(a, t->low, middle - 1, RC_GRAIN_SPAN)
                       : rc_time_days(a, middle, t->high, RC_GRAIN_SPAN);
    t->anchor = anchor;
}

static void take_part(const rc_time_context *c, const rc_point *p, rc_time *t)
{
    if (t->low == RC_DAY_NONE || t->high == RC_DAY_NONE || t->high - t->low < 2)
        return;
    int32_t now = t->anchor == RC_ANCHOR_MENTION && has_last(c) ? c->last.low : c->doc_day;
    bool inside = now != RC_DAY_NONE && now >= t->low && now <= t->high;
    switch (p->part) {
    case RC_PART_NONE:
        break;
    case RC_PART_EARLY:
    case RC_PART_MID:
    case RC_PART_LATE:
        take_third(t, (int)p->part - (int)RC_PART_EARLY);
        break;
    case RC_PART_REST:
    case RC_PART_AFTER:
        if (inside)
            t->low = now;
        break;
    case RC_PART_BEFORE:
        if (inside)
            t->high = now;
        break;
    case RC_PART_FIRST_HALF:
        take_half(c->arena, t, 1);
        break;
    case RC_PART_SECOND_HALF:
        take_half(c->arena, t, 2);
        break;
    }
}

static bool resolve_form(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    switch (p->form) {
    case RC_POINT_CIVIL:
        return p->base ? resolve_in_base(c, p, ret) : resolve_civil(c, p, ret);
    case RC_POINT_QUARTER:
    case RC_POINT_HALF:
    case RC_POINT_SEASON:
        return p->base ? resolve_in_base(c, p, ret) : resolve_group(c, p, ret);
    case RC_POINT_HOLIDAY:
        return resolve_group(c, p, ret);
    case RC_POINT_WEEK:
        *ret = rc_time_days(c->arena, rc_day_from_week(p->year, p->number),
                            rc_day_from_week(p->year, p->number) + 6, RC_GRAIN_WEEK);
        return ret->low != RC_DAY_NONE;
    case RC_POINT_DECADE:
        return resolve_decade(c, p, ret);
    case RC_POINT_CENTURY:
        *ret = rc_time_century(c->arena, p->number);
        return ret->low != RC_DAY_NONE;
    case RC_POINT_PERIOD:
        return resolve_period(c, p, ret);
    case RC_POINT_SHIFT:
        return resolve_shift(c, p, ret);
    case RC_POINT_TRAIL:
        return resolve_trail(c, p, ret);
    case RC_POINT_NTH:
        return resolve_nth(c, p, ret);
    case RC_POINT_DAY:
        if (!has_doc(c)) {
            *ret = rc_time_unresolved(c->arena, 0, 0);
            ret->value = RC_STR("XXXX-XX-XX");
            return true;
        }
        *ret = rc_time_day(c->arena, c->doc_day + p->number);
        ret->anchor = c->doc_anchor;
        return true;
    case RC_POINT_CLOCK:
        *ret = (rc_time){.kind = RC_TIME_CLOCK, .grain = RC_GRAIN_TIME};
        ret->low = ret->high = RC_DAY_NONE;
        ret->value = rc_arena_printf(c->arena, "T%02d:%02d", p->minutes / 60, p->minutes % 60);
        return true;
    }
    return false;
}

bool rc_point_resolve(const rc_time_context *c, const rc_point *p, rc_time *ret)
{
    rc_time t;
    if (!resolve_form(c, p, &t))
        return false;
    take_part(c, p, &t);
    t.approximate = t.approximate || p->approximate;
    t.fiscal = t.fiscal || p->fiscal;
    if (p->weekday && (p->day || p->month))
        t.weekday = (int8_t)p->weekday;
    if (p->minutes >= 0 && t.grain == RC_GRAIN_DAY && t.low == t.high && t.low != RC_DAY_NONE) {
        t.value = rc_arena_printf(c->arena, "%.*sT%02d:%02d", RC_STR_ARG(t.value), p->minutes / 60,
                                  p->minutes % 60);
        t.grain = RC_GRAIN_TIME;
    }
    *ret = t;
    return true;
}
