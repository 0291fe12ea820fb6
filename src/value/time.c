#include "value/time.h"

#include <stdlib.h>

/* Seconds of an average month of the Gregorian calendar, for fractions of months. */
#define MONTH_SECONDS 2629746.0

static rc_time time_new(rc_time_kind kind, rc_grain grain)
{
    return (rc_time){.kind = kind, .grain = grain, .low = RC_DAY_NONE, .high = RC_DAY_NONE};
}

static bool year_fits(int32_t year)
{
    return year >= RC_YEAR_MIN && year <= RC_YEAR_MAX;
}

static bool day_fits(int32_t day)
{
    return day >= rc_day_from_civil(RC_YEAR_MIN, 1, 1) &&
           day <= rc_day_from_civil(RC_YEAR_MAX, 12, 31);
}

static rc_str print_year(rc_arena *a, int32_t year)
{
    return rc_civil_print(a, year, 0, 0);
}

/* First and last day of months `first` to `last`, counted from January of `year` as 1; may reach
 * into the years beside it. */
static void set_months(rc_time *t, int32_t year, int32_t first, int32_t last)
{
    int32_t start = rc_day_from_civil(year, 1, 1);
    t->low = rc_day_add_months(start, first - 1);
    t->high = rc_day_add_months(start, last) - 1;
}

rc_time rc_time_day(rc_arena *a, int32_t day_number)
{
    rc_time t = time_new(RC_TIME_DATE, RC_GRAIN_DAY);
    if (!day_fits(day_number))
        return t;
    t.low = t.high = day_number;
    t.value = rc_day_print(a, day_number);
    return t;
}

static rc_time sub_year(rc_arena *a, rc_grain grain, int32_t year, int32_t code)
{
    rc_time t = time_new(RC_TIME_DATE, grain);
    if (year_fits(year))
        t.value = rc_civil_print(a, year, code, 0);
    return t;
}

rc_time rc_time_month(rc_arena *a, int32_t year, int32_t month)
{
    rc_time t = sub_year(a, RC_GRAIN_MONTH, year, month);
    if (year_fits(year))
        set_months(&t, year, month, month);
    return t;
}

rc_time rc_time_year(rc_arena *a, int32_t year)
{
    rc_time t = time_new(RC_TIME_DATE, RC_GRAIN_YEAR);
    if (!year_fits(year))
        return t;
    t.value = print_year(a, year);
    set_months(&t, year, 1, 12);
    return t;
}

rc_time rc_time_quarter(rc_arena *a, int32_t year, int32_t quarter)
{
    rc_time t = sub_year(a, RC_GRAIN_QUARTER, year, 32 + quarter);
    if (year_fits(year))
        set_months(&t, year, quarter * 3 - 2, quarter * 3);
    return t;
}

rc_time rc_time_season(rc_arena *a, int32_t year, int32_t season)
{
    rc_time t = sub_year(a, RC_GRAIN_SEASON, year, 20 + season);
    if (!year_fits(year))
        return t;
    int32_t first = season == 4 ? 0 : season * 3;
    set_months(&t, year, first, first + 2);
    return t;
}

rc_time rc_time_half(rc_arena *a, int32_t year, int32_t half)
{
    rc_time t = sub_year(a, RC_GRAIN_HALF, year, 39 + half);
    if (year_fits(year))
        set_months(&t, year, half * 6 - 5, half * 6);
    return t;
}

/* `unit` is 10 or 100; `first` its first year. Years before 0 count away from it: "-02XX" are the
 * years -299 to -200. */
static rc_time year_group(rc_arena *a, rc_grain grain, int32_t first, int32_t unit)
{
    rc_time t = time_new(RC_TIME_DATE, grain);
    int32_t last = first < 0 ? first : first + unit - 1;
    int32_t low = first < 0 ? first - unit + 1 : first;
    if (!year_fits(low) || !year_fits(last))
        return t;
    t.low = rc_day_from_civil(low, 1, 1);
    t.high = rc_day_from_civil(last, 12, 31);
    const char *sign = first < 0 ? "-" : "";
    int32_t shown = abs(first) / unit;
    t.value = unit == 10 ? rc_arena_printf(a, "%s%03dX", sign, shown)
                         : rc_arena_printf(a, "%s%02dXX", sign, shown);
    return t;
}

rc_time rc_time_decade(rc_arena *a, int32_t first_year)
{
    return year_group(a, RC_GRAIN_DECADE, first_year, 10);
}

rc_time rc_time_century(rc_arena *a, int32_t century)
{
    if (century > 0)
        return year_group(a, RC_GRAIN_CENTURY, (century - 1) * 100, 100);
    /* The 3rd century BC is 300 to 201 BC: -299 to -200. The first would be "-00XX". */
    rc_time t = year_group(a, RC_GRAIN_CENTURY, (century + 1) * 100, 100);
    if (century == -1) {
        t.value = RC_STR("-0099/0000");
        t.low = rc_day_from_civil(-99, 1, 1);
        t.high = rc_day_from_civil(0, 12, 31);
    }
    return t;
}

static rc_str end_value(rc_str v, bool last)
{
    size_t slash = rc_str_find(v, '/');
    if (slash == v.len)
        return v;
    return last ? rc_str_sub(v, slash + 1, v.len) : rc_str_sub(v, 0, slash);
}

static bool spelled_in_full(rc_str v)
{
    for (size_t i = 0; i < v.len; i++)
        if (v.ptr[i] == 'X')
            return false;
    return v.len > 0;
}

rc_time rc_time_span(rc_arena *a, const rc_time *from, const rc_time *to)
{
    rc_time t = time_new(RC_TIME_DATE, RC_GRAIN_SPAN);
    rc_str x = RC_STR(".."), y = RC_STR("..");
    if (from && from->low != RC_DAY_NONE) {
        t.low = from->low;
        x = end_value(from->value, false);
        if (!spelled_in_full(x))
            x = rc_day_print(a, t.low);
    }
    if (to && to->high != RC_DAY_NONE) {
        t.high = to->high;
        y = end_value(to->value, true);
        if (!spelled_in_full(y))
            y = rc_day_print(a, t.high);
    }
    if (t.low == RC_DAY_NONE && t.high == RC_DAY_NONE)
        return t;
    t.value = rc_arena_join(a, x, RC_STR("/"), y);
    t.approximate = (from && from->approximate) || (to && to->approximate);
    return t;
}

rc_time rc_time_days(rc_arena *a, int32_t low, int32_t high, rc_grain grain)
{
    rc_time t = time_new(RC_TIME_DATE, grain);
    if ((low == RC_DAY_NONE && high == RC_DAY_NONE) || (low != RC_DAY_NONE && !day_fits(low)) ||
        (high != RC_DAY_NONE && !day_fits(high)))
        return t;
    t.low = low;
    t.high = high;
    rc_str x = low == RC_DAY_NONE ? RC_STR("..") : rc_day_print(a, low);
    rc_str y = high == RC_DAY_NONE ? RC_STR("..") : rc_day_print(a, high);
    t.value = low == high ? x : rc_arena_join(a, x, RC_STR("/"), y);
    return t;
}

rc_time rc_time_unresolved(rc_arena *a, int32_t month, int32_t day)
{
    rc_time t = time_new(RC_TIME_RECURRING, day ? RC_GRAIN_DAY : RC_GRAIN_MONTH);
    if (!month)
        t.value = rc_arena_printf(a, "XXXX-XX-%02d", day);
    else if (!day)
        t.value = rc_arena_printf(a, "XXXX-%02d", month);
    else
        t.value = rc_arena_printf(a, "XXXX-%02d-%02d", month, day);
    return t;
}

/* ------------------------------------------------------------------ durations */

static const struct {
    char letter;
    bool clock;
    double months, seconds;
} span_units[RC_SPAN_UNITS] = {
    [RC_SPAN_YEAR] = {'Y', false, 12, 0},     [RC_SPAN_MONTH] = {'M', false, 1, 0},
    [RC_SPAN_WEEK] = {'W', false, 0, 604800}, [RC_SPAN_DAY] = {'D', false, 0, 86400},
    [RC_SPAN_HOUR] = {'H', true, 0, 3600},    [RC_SPAN_MINUTE] = {'M', true, 0, 60},
    [RC_SPAN_SECOND] = {'S', true, 0, 1},
};

static rc_status set_size(const rc_duration *d, rc_time *t)
{
    double months = 0, seconds = 0;
    for (int i = 0; i < RC_SPAN_UNITS; i++) {
        double n = rc_decimal_approximate(d->amount[i]);
        months += n * span_units[i].months;
        seconds += n * span_units[i].seconds;
    }
    if (months > 1e15 || months < 0 || seconds > 1e18 || seconds < 0)
        return RC_EOVERFLOW;
    t->months = (int64_t)months;
    t->seconds = seconds + (months - (double)t->months) * MONTH_SECONDS;
    return RC_OK;
}

rc_status rc_time_duration(rc_arena *a, const rc_duration *d, rc_time *ret)
{
    rc_time t = time_new(RC_TIME_DURATION, RC_GRAIN_SPAN);
    rc_status s = set_size(d, &t);
    if (s != RC_OK)
        return s;
    rc_str value = RC_STR("P");
    bool clock = false;
    for (int i = 0; i < RC_SPAN_UNITS; i++) {
        if (d->amount[i].digits == 0)
            continue;
        const char *mark = span_units[i].clock && !clock ? "T" : "";
        clock = clock || span_units[i].clock;
        rc_str n = rc_decimal_print(a, d->amount[i]);
        value = rc_arena_printf(a, "%.*s%s%.*s%c", RC_STR_ARG(value), mark, RC_STR_ARG(n),
                                span_units[i].letter);
    }
    t.value = value.len > 1 ? value : RC_STR("P0D");
    *ret = t;
    return RC_OK;
}

/* ------------------------------------------------------------------ reading */

typedef struct {
    rc_str in;
    size_t at;
} cursor;

static char peek(const cursor *c)
{
    return c->at < c->in.len ? c->in.ptr[c->at] : '\0';
}

static bool accept(cursor *c, char x)
{
    if (peek(c) != x || c->at >= c->in.len)
        return false;
    c->at++;
    return true;
}

/* Reads `count` digits of which the last ones may be X. `ret_unknown` is how many were. */
static bool masked(cursor *c, int count, int32_t *ret, int *ret_unknown)
{
    int32_t n = 0;
    int unknown = 0;
    for (int i = 0; i < count; i++) {
        char x = c->at + (size_t)i < c->in.len ? c->in.ptr[c->at + (size_t)i] : '\0';
        if (x == 'X')
            unknown++;
        else if (x < '0' || x > '9' || unknown)
            return false;
        n = n * 10 + (x == 'X' ? 0 : x - '0');
    }
    c->at += (size_t)count;
    *ret = n;
    *ret_unknown = unknown;
    return true;
}

static rc_status read_year(cursor *c, rc_time *t, int32_t *ret_year)
{
    int32_t sign = accept(c, '-') ? -1 : 1, y;
    int unknown;
    if (!masked(c, 4, &y, &unknown))
        return RC_NONE;
    *ret_year = sign * y;
    if (unknown == 4) {
        t->kind = RC_TIME_RECURRING;
        return RC_OK;
    }
    static const int32_t units[] = {1, 10, 100, 1000};
    static const rc_grain grains[] = {RC_GRAIN_YEAR, RC_GRAIN_DECADE, RC_GRAIN_CENTURY,
                                      RC_GRAIN_SPAN};
    int32_t more = units[unknown] - 1;
    t->grain = grains[unknown];
    t->low = rc_day_from_civil(sign < 0 ? -y - more : y, 1, 1);
    t->high = rc_day_from_civil(sign < 0 ? -y : y + more, 12, 31);
    return RC_OK;
}

static bool set_code(rc_time *t, int32_t year, int32_t code)
{
    if (code >= 21 && code <= 24) {
        t->grain = RC_GRAIN_SEASON;
        int32_t first = code == 24 ? 0 : (code - 20) * 3;
        set_months(t, year, first, first + 2);
    } else if (code >= 33 && code <= 36) {
        t->grain = RC_GRAIN_QUARTER;
        set_months(t, year, (code - 32) * 3 - 2, (code - 32) * 3);
    } else if (code == 40 || code == 41) {
        t->grain = RC_GRAIN_HALF;
        set_months(t, year, code == 40 ? 1 : 7, code == 40 ? 6 : 12);
    } else if (code >= 1 && code <= 12) {
        t->grain = RC_GRAIN_MONTH;
        set_months(t, year, code, code);
    } else {
        return false;
    }
    return true;
}

/* What follows "YYYY-": a month, season, quarter or half, and a day. */
static rc_status read_below_year(cursor *c, rc_time *t, int32_t year)
{
    int32_t code, day;
    int unknown, no_day;
    bool known = t->kind != RC_TIME_RECURRING && t->grain == RC_GRAIN_YEAR;
    if (!masked(c, 2, &code, &unknown) || unknown == 1)
        return RC_NONE;
    if (!unknown && (known ? !set_code(t, year, code) : code < 1 || code > 12))
        return RC_NONE;
    if (!known)
        t->grain = RC_GRAIN_MONTH;
    if (!accept(c, '-'))
        return RC_OK;
    if (!masked(c, 2, &day, &no_day) || (!unknown && code > 12))
        return RC_NONE;
    if (no_day)
        return no_day == 2 ? RC_OK : RC_NONE;
    if (day < 1 || day > (unknown ? 31 : rc_month_days(known ? year : 4, code)))
        return RC_NONE;
    t->grain = RC_GRAIN_DAY;
    if (known && !unknown)
        t->low = t->high = rc_day_from_civil(year, code, day);
    return RC_OK;
}

/* A time of day, "T15:30", "T15:30:00Z", "T15:30+01:00": its form is checked, its value is left. */
static rc_status read_clock(cursor *c)
{
    int32_t n;
    int unknown;
    for (int part = 0; part < 3; part++) {
        if (part && !accept(c, ':'))
            break;
        if (!masked(c, 2, &n, &unknown) || unknown || n > (part ? 60 : 24))
            return RC_NONE;
    }
    if (accept(c, 'Z'))
        return RC_OK;
    if (!accept(c, '+') && !accept(c, '-'))
        return RC_OK;
    if (!masked(c, 2, &n, &unknown) || unknown)
        return RC_NONE;
    if (accept(c, ':') && (!masked(c, 2, &n, &unknown) || unknown))
        return RC_NONE;
    return RC_OK;
}

static rc_status read_date(cursor *c, rc_time *t)
{
    int32_t year;
    rc_status s = read_year(c, t, &year);
    if (s != RC_OK)
        return s;
    if (peek(c) == '-') {
        c->at++;
        s = read_below_year(c, t, year);
    }
    if (s == RC_OK && t->grain == RC_GRAIN_DAY && accept(c, 'T')) {
        s = read_clock(c);
        t->grain = RC_GRAIN_TIME;
    }
    if (s != RC_OK)
        return s;
    if (accept(c, '~') || accept(c, '%') || accept(c, '?'))
        t->approximate = true;
    return RC_OK;
}

static rc_status read_amount(cursor *c, rc_decimal *ret)
{
    size_t from = c->at;
    while ((peek(c) >= '0' && peek(c) <= '9') || (peek(c) == '.' && c->at > from))
        c->at++;
    if (c->at == from)
        return RC_NONE;
    return rc_decimal_parse(rc_str_sub(c->in, from, c->at), ret);
}

static rc_status read_duration(cursor *c, rc_time *t)
{
    rc_duration d = {0};
    bool clock = false;
    int next = 0;
    if (!accept(c, 'P') || c->at == c->in.len)
        return RC_NONE;
    while (c->at < c->in.len) {
        if (!clock && accept(c, 'T')) {
            clock = true;
            if (next < RC_SPAN_HOUR)
                next = RC_SPAN_HOUR;
            continue;
        }
        rc_decimal n;
        if (read_amount(c, &n) != RC_OK)
            return RC_NONE;
        int unit = next;
        while (unit < RC_SPAN_UNITS &&
               (span_units[unit].letter != peek(c) || span_units[unit].clock != clock))
            unit++;
        if (unit == RC_SPAN_UNITS)
            return RC_NONE;
        c->at++;
        d.amount[unit] = n;
        next = unit + 1;
    }
    t->kind = RC_TIME_DURATION;
    t->grain = RC_GRAIN_SPAN;
    return set_size(&d, t) == RC_OK && c->in.ptr[c->in.len - 1] != 'T' ? RC_OK : RC_NONE;
}

/* "a/b", where one side may be ".." or empty. `c` stands behind the first side. */
static rc_status read_interval(cursor *c, rc_time *t, bool open)
{
    rc_time to = time_new(RC_TIME_DATE, RC_GRAIN_YEAR);
    rc_str rest = rc_str_sub(c->in, c->at, c->in.len);
    bool open_end = rest.len == 0 || rc_str_eq(rest, RC_STR(".."));
    if (open_end && open)
        return RC_NONE;
    if (open_end)
        c->at = c->in.len;
    else if (read_date(c, &to) != RC_OK || to.kind != RC_TIME_DATE)
        return RC_NONE;
    if (!open && (t->kind != RC_TIME_DATE || t->low == RC_DAY_NONE))
        return RC_NONE;
    t->high = open_end ? RC_DAY_NONE : to.high;
    t->approximate = t->approximate || to.approximate;
    t->grain = RC_GRAIN_SPAN;
    if (!open && !open_end && t->low > t->high)
        return RC_NONE;
    return RC_OK;
}

rc_status rc_time_parse(rc_str edtf, rc_time *ret)
{
    cursor c = {edtf, 0};
    rc_time t = time_new(RC_TIME_DATE, RC_GRAIN_YEAR);
    rc_status s = RC_OK;
    bool open = false;
    if (!edtf.len)
        return RC_NONE;
    if (peek(&c) == 'P') {
        s = read_duration(&c, &t);
    } else if (rc_str_starts(edtf, RC_STR("..")) || peek(&c) == '/') {
        open = true;
        c.at = peek(&c) == '/' ? 0 : 2;
        if (peek(&c) != '/')
            return RC_NONE;
    } else {
        s = read_date(&c, &t);
    }
    if (s == RC_OK && accept(&c, '/'))
        s = t.kind == RC_TIME_DURATION ? RC_NONE : read_interval(&c, &t, open);
    if (s != RC_OK || c.at != edtf.len)
        return RC_NONE;
    t.value = edtf;
    *ret = t;
    return RC_OK;
}

bool rc_time_dates(const rc_time *t)
{
    return t->value.len && (t->kind == RC_TIME_DATE || t->kind == RC_TIME_RECURRING);
}
