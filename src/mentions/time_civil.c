/* Dates that begin with a month, a day of the month or a weekday. */
#include "mentions/times.h"

void rc_point_init(rc_point *p, rc_point_form form)
{
    *p = (rc_point){.form = form, .year = RC_POINT_NO_YEAR, .count = 1, .minutes = -1};
}

const rc_point *rc_point_keep(const rc_time_scan *s, const rc_point *p)
{
    rc_point *kept = RC_NEW(s->arena, rc_point);
    *kept = *p;
    return kept;
}

bool rc_month_at(const rc_time_scan *s, uint32_t at, int *ret, int *ret_kind)
{
    static const int kinds[] = {RC_TW_MONTH, RC_TW_MONTH_SHORT, RC_TW_MONTH_WORD};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (rc_scan_value(s, at, kinds[i], ret)) {
            *ret_kind = kinds[i];
            return true;
        }
    return false;
}

bool rc_weekday_at(const rc_time_scan *s, uint32_t at, int *ret)
{
    return rc_scan_value(s, at, RC_TW_WEEKDAY, ret) ||
           rc_scan_value(s, at, RC_TW_WEEKDAY_SHORT, ret);
}

bool rc_season_at(const rc_time_scan *s, uint32_t at, int *ret)
{
    return rc_scan_value(s, at, RC_TW_SEASON, ret) || rc_scan_value(s, at, RC_TW_SEASON_WORD, ret);
}

static uint32_t skip_hyphen(const rc_time_scan *s, uint32_t at)
{
    return rc_scan_sign(s, at, '-') && !rc_scan_spaced(s, at) && !rc_scan_spaced(s, at + 1) ? at + 1
                                                                                            : at;
}

bool rc_cardinal_read(const rc_time_scan *s, uint32_t at, int *ret, uint32_t *ret_end)
{
    int n, units;
    if (!rc_scan_value(s, at, RC_TW_CARDINAL, &n))
        return false;
    *ret = n;
    *ret_end = at + 1;
    uint32_t i = skip_hyphen(s, at + 1);
    if (n >= 20 && rc_scan_value(s, i, RC_TW_CARDINAL, &units) && units >= 1 && units < 10) {
        *ret = n + units;
        *ret_end = i + 1;
    }
    return true;
}

bool rc_ordinal_read(const rc_time_scan *s, uint32_t at, int *ret, uint32_t *ret_end)
{
    int n, units, digits;
    if (rc_scan_number(s, at, &n, &digits)) {
        if (digits > 2 || rc_scan_spaced(s, at + 1) || !rc_scan_is(s, at + 1, RC_TW_ORDINAL_SUFFIX))
            return false;
        *ret = n;
        *ret_end = at + 2;
        return true;
    }
    if (rc_scan_value(s, at, RC_TW_ORDINAL, &n)) {
        *ret = n;
        *ret_end = at + 1;
        return true;
    }
    uint32_t i = skip_hyphen(s, at + 1);
    if (rc_scan_value(s, at, RC_TW_CARDINAL, &n) && n >= 20 &&
        rc_scan_value(s, i, RC_TW_ORDINAL, &units) && units < 10) {
        *ret = n + units;
        *ret_end = i + 1;
        return true;
    }
    return false;
}

bool rc_day_read(const rc_time_scan *s, uint32_t at, int *ret, bool *ret_ordinal, uint32_t *ret_end)
{
    int n, digits;
    uint32_t end;
    bool ordinal = rc_ordinal_read(s, at, &n, &end);
    if (!ordinal && rc_scan_number(s, at, &n, &digits)) {
        if (digits > 2)
            return false;
        end = at + 1;
    } else if (!ordinal && !rc_cardinal_read(s, at, &n, &end)) {
        return false;
    }
    if (n < 1 || n > 31)
        return false;
    *ret = n;
    *ret_ordinal = ordinal;
    *ret_end = end;
    return true;
}

/* ------------------------------------------------------------------ years beside a day or month */

/* Two digits for a year: only where nothing follows that they could count. */
static bool short_year_read(const rc_time_scan *s, uint32_t at, int32_t *ret, uint32_t *ret_end)
{
    int n, digits;
    bool mark = rc_scan_sign(s, at, '\'') && !rc_scan_spaced(s, at + 1);
    uint32_t i = mark ? at + 1 : at;
    if (!rc_scan_number(s, i, &n, &digits) || digits != 2)
        return false;
    const rc_token *next = i + 1 < s->end ? &s->text->tokens[i + 1] : NULL;
    if (!mark && next && next->kind != RC_TOKEN_PUNCT)
        return false;
    if (next && (next->first == ':' || next->first == '%' || next->first == '-') && !mark)
        return false;
    *ret = n < 50 ? 2000 + n : 1900 + n;
    *ret_end = i + 1;
    return true;
}

/* "November 19-20" are two days (`day_last`), "19-Nov-20" has a year. ", 2025", "of 2025", "-2025",
 * "/25", " 2025": the year behind a day or a month. */
static void take_year(const rc_time_scan *s, uint32_t *at, rc_point *p, bool day_last)
{
    int32_t year;
    uint32_t end, i = *at;
    bool sure, tight = (rc_scan_dash(s, i) || rc_scan_sign(s, i, '/')) && !rc_scan_spaced(s, i) &&
                       !rc_scan_spaced(s, i + 1);
    if (tight)
        i++;
    else if (rc_scan_sign(s, i, ',') || rc_scan_sign(s, i, '.'))
        i++;
    if (rc_scan_is(s, i, RC_TW_OF))
        i++;
    if (i > *at && rc_scan_is(s, i, RC_TW_DEFINITE))
        i++;
    int n;
    if (rc_scan_value(s, i, RC_TW_UNIT, &n) && n == RC_TU_YEAR && i > *at)
        i++;
    bool dot = i == *at + 1 && rc_scan_sign(s, *at, '.');
    if (rc_year_read(s, i, &year, &sure, &end) && (year >= 1000 || sure)) {
        p->year = year;
        *at = end;
    } else if (!dot && !(tight && day_last) && short_year_read(s, i, &year, &end)) {
        p->year = year;
        *at = end;
    }
}

/* "October next year", "June of last year", "August of that year". */
static void take_relative_year(const rc_time_scan *s, uint32_t *at, rc_point *p)
{
    rc_point base;
    uint32_t end, i = rc_skip_sign(s, *at, ',');
    i = rc_skip(s, i, RC_TW_OF);
    i = rc_skip(s, i, RC_TW_DEFINITE);
    if (!rc_scan_is(s, i, RC_TW_RELATION) && !rc_scan_is(s, i, RC_TW_RELATION_NAMED))
        return;
    if (!rc_relative_read(s, i, &base, &end) || base.form != RC_POINT_PERIOD ||
        base.unit != RC_TU_YEAR)
        return;
    p->base = rc_point_keep(s, &base);
    *at = end;
}

static void take_any_year(const rc_time_scan *s, uint32_t *at, rc_point *p)
{
    uint32_t from = *at;
    bool day_last = p->day && s->text->tokens[from - 1].kind == RC_TOKEN_NUMBER;
    take_year(s, at, p, day_last);
    if (*at == from)
        take_relative_year(s, at, p);
}

/* A number behind a month that counts what follows: "In May 30 people were killed". */
static bool counts_next(const rc_time_scan *s, uint32_t month, uint32_t after)
{
    if (month == s->first || !rc_scan_is(s, month - 1, RC_TW_OF) || after >= s->end)
        return false;
    const rc_token *next = &s->text->tokens[after];
    return next->kind == RC_TOKEN_WORD && (next->flags & RC_TOKEN_PLURAL) &&
           !(next->flags & RC_TOKEN_CAPITAL);
}

static bool lower_case(const rc_time_scan *s, uint32_t at)
{
    return !(s->text->tokens[at].flags & RC_TOKEN_CAPITAL);
}

/* "October 24", "Oct. 24th", "May the 3rd", "Oct/2", "Oct2": `*at` stands behind the month. */
static bool take_day(const rc_time_scan *s, uint32_t month, uint32_t *at, rc_point *p)
{
    uint32_t i = *at, end;
    int day;
    bool ordinal;
    bool tight = (rc_scan_sign(s, i, '-') || rc_scan_sign(s, i, '/')) && !rc_scan_spaced(s, i) &&
                 !rc_scan_spaced(s, i + 1);
    if (tight || rc_scan_sign(s, i, ','))
        i++;
    uint32_t the = rc_skip(s, i, RC_TW_DEFINITE);
    if (!rc_day_read(s, the, &day, &ordinal, &end) || (the > i && !ordinal))
        return false;
    if (rc_scan_sign(s, *at, ',') && !ordinal)
        return false;
    int kind = 0, value;
    rc_month_at(s, month, &value, &kind);
    if (kind == RC_TW_MONTH_WORD && lower_case(s, month) && !ordinal && !tight &&
        s->text->tokens[i].kind != RC_TOKEN_NUMBER)
        return false;
    int minutes;
    int32_t year;
    bool sure;
    uint32_t clock;
    if (s->text->tokens[the].kind == RC_TOKEN_WORD && rc_year_read(s, the, &year, &sure, &clock))
        return false;
    if (!ordinal && (rc_clock_read(s, the, &minutes, &clock) || counts_next(s, month, end)))
        return false;
    /* "last December three men": a day in plain words needs its year. */
    if (!ordinal && s->text->tokens[the].kind == RC_TOKEN_WORD &&
        !rc_year_read(s, rc_skip_sign(s, end, ','), &year, &sure, &clock))
        return false;
    p->day = (int16_t)day;
    *at = end;
    return true;
}

/* "31 June": a date that does not exist, unless the number counts what follows. */
static bool may_be_slip(const rc_time_scan *s, uint32_t after, int day)
{
    if (day > 31)
        return false;
    const rc_token *next = after < s->end ? &s->text->tokens[after] : NULL;
    return !next || (next->kind != RC_TOKEN_NUMBER && next->pos != RC_POS_NOUN &&
                     next->pos != RC_POS_PROPER && next->pos != RC_POS_ADJECTIVE &&
                     next->first != '-' && next->first != '/');
}

static bool month_first_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int month, kind, number;
    rc_point p;
    rc_point_init(&p, RC_POINT_CIVIL);
    uint32_t i = at + 1;
    if (rc_month_at(s, at, &month, &kind)) {
        p.month = (int16_t)month;
        if (kind == RC_TW_MONTH_SHORT && rc_scan_sign(s, i, '.') && !rc_scan_spaced(s, i))
            i++;
        take_day(s, at, &i, &p);
        take_any_year(s, &i, &p);
    } else if (rc_scan_compound(s, at, RC_TW_MONTH_SHORT, &month, &number) ||
               rc_scan_compound(s, at, RC_TW_MONTH, &month, &number)) {
        if (number < 1 || number > 31)
            return false;
        p.month = (int16_t)month;
        p.day = (int16_t)number;
        take_any_year(s, &i, &p);
    } else {
        return false;
    }
    if (p.day > rc_month_days(p.year == RC_POINT_NO_YEAR ? 4 : p.year, p.month) &&
        !may_be_slip(s, i, p.day))
        return false;
    p.weak = !p.day && p.year == RC_POINT_NO_YEAR && !p.base;
    *ret = p;
    *ret_end = i;
    return true;
}

/* "3 March 2025", "the 3rd of March", "31-Oct-74", "16. Nov. 2016", "twenty-second of June". */
static bool day_first_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int day, month, kind, unit;
    bool ordinal;
    uint32_t i;
    rc_point p;
    if (!rc_day_read(s, at, &day, &ordinal, &i) ||
        (at > s->first && s->text->tokens[at - 1].kind == RC_TOKEN_SYMBOL))
        return false;
    rc_point_init(&p, RC_POINT_CIVIL);
    if (ordinal && rc_scan_value(s, i, RC_TW_UNIT, &unit) && unit == RC_TU_DAY)
        i++;
    bool tight = (rc_scan_sign(s, i, '-') || rc_scan_sign(s, i, '/')) && !rc_scan_spaced(s, i) &&
                 !rc_scan_spaced(s, i + 1);
    bool dot = rc_scan_sign(s, i, '.') && !rc_scan_spaced(s, i);
    i += tight || dot;
    int joined = 0;
    bool of = rc_scan_value(s, i, RC_TW_OF, &joined);
    if (of && joined == 1 && !ordinal)
        return false; /* "14 in May and 9 in June" are no dates */
    i += of;
    if (!rc_month_at(s, i, &month, &kind))
        return false;
    if (kind == RC_TW_MONTH_WORD && lower_case(s, i) && !of && !ordinal && !tight)
        return false;
    if (!ordinal && !of && s->text->tokens[at].kind != RC_TOKEN_NUMBER && lower_case(s, i))
        return false;
    p.month = (int16_t)month;
    p.day = (int16_t)day;
    i++;
    if (kind == RC_TW_MONTH_SHORT && rc_scan_sign(s, i, '.') && !rc_scan_spaced(s, i))
        i++;
    take_any_year(s, &i, &p);
    if (day > rc_month_days(p.year == RC_POINT_NO_YEAR ? 4 : p.year, month) &&
        !may_be_slip(s, i, day))
        return false;
    *ret = p;
    *ret_end = i;
    return true;
}

/* "2018 March 18", "2012/aug/10", "2020/23/Sep", "2016, nov", "2024 AD August". */
static bool year_first_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int year, digits, month, kind, day = 0;
    bool ordinal;
    rc_point p;
    if (!rc_scan_number(s, at, &year, &digits) || digits != 4 || year < 1000 || year > 2999)
        return false;
    uint32_t i = rc_skip(s, at + 1, RC_TW_ERA), end;
    bool tight = (rc_scan_sign(s, i, '-') || rc_scan_sign(s, i, '/')) && !rc_scan_spaced(s, i) &&
                 !rc_scan_spaced(s, i + 1);
    i += tight || rc_scan_sign(s, i, ',');
    if (tight && rc_day_read(s, i, &day, &ordinal, &end) &&
        (rc_scan_sign(s, end, '-') || rc_scan_sign(s, end, '/')))
        i = end + 1;
    if (!rc_month_at(s, i, &month, &kind) || (kind == RC_TW_MONTH_WORD && lower_case(s, i)))
        return false;
    i++;
    uint32_t next = i + (tight && (rc_scan_sign(s, i, '-') || rc_scan_sign(s, i, '/')));
    if (!day && rc_day_read(s, next, &day, &ordinal, &end)) {
        int minutes;
        uint32_t clock;
        if (rc_clock_read(s, next, &minutes, &clock))
            day = 0;
        else
            i = end;
    }
    /* "1990 May 2000": the month goes with the year behind it. */
    bool sure;
    int32_t other;
    if (!tight && !day && rc_year_read(s, i, &other, &sure, &end))
        return false;
    rc_point_init(&p, RC_POINT_CIVIL);
    p.year = year;
    p.month = (int16_t)month;
    p.day = (int16_t)day;
    if (day > rc_month_days(year, month))
        return false;
    *ret = p;
    *ret_end = i;
    return true;
}

/* ------------------------------------------------------------------ weekdays */

/* "Tuesday next week", "Monday of the following week", "Tuesday, next week". */
static bool weekday_of_week(const rc_time_scan *s, uint32_t at, rc_point *p, uint32_t *ret_end)
{
    rc_point base;
    uint32_t end, i = rc_skip_sign(s, at, ',');
    if (rc_scan_is(s, i, RC_TW_OF) || rc_scan_is(s, i, RC_TW_FROM))
        i++;
    i = rc_skip(s, i, RC_TW_DEFINITE);
    if (!rc_scan_is(s, i, RC_TW_RELATION) && !rc_scan_is(s, i, RC_TW_RELATION_NAMED))
        return false;
    if (!rc_relative_read(s, i, &base, &end) || base.form != RC_POINT_PERIOD ||
        base.unit != RC_TU_WEEK)
        return false;
    p->base = rc_point_keep(s, &base);
    *ret_end = end;
    return true;
}

static bool weekday_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int weekday, day;
    bool ordinal;
    uint32_t end, i = at + 1;
    rc_point p;
    if (!rc_weekday_at(s, at, &weekday))
        return false;
    bool brief = !rc_scan_is(s, at, RC_TW_WEEKDAY);
    if (brief && rc_scan_sign(s, i, '.') && !rc_scan_spaced(s, i))
        i++;
    uint32_t next = rc_skip_sign(s, i, ',');
    next = rc_skip(s, next, RC_TW_ON);
    uint32_t the = rc_skip(s, next, RC_TW_DEFINITE);
    rc_point_init(&p, RC_POINT_CIVIL);
    if (month_first_read(s, next, &p, &end) && p.day) {
        i = end;
    } else if (day_first_read(s, the, &p, &end) || (rc_numeric_read(s, next, &p, &end) && p.day)) {
        i = end;
        p.weak = false;
    } else {
        rc_point_init(&p, RC_POINT_CIVIL);
        bool brief_end = i > at + 1;
        if (!weekday_of_week(s, i, &p, &i) && next == i + (next != i) &&
            rc_day_read(s, the, &day, &ordinal, &end) && ordinal) {
            p.day = (int16_t)day;
            i = end;
        } else if (!p.base && !p.day) {
            p.weak = brief;
            i = brief_end ? i - 1 : i;
        }
    }
    p.weekday = (int16_t)weekday;
    *ret = p;
    *ret_end = i;
    return true;
}

bool rc_civil_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    const rc_token *k = &s->text->tokens[at];
    if (k->kind == RC_TOKEN_NUMBER)
        return rc_numeric_read(s, at, ret, ret_end) || day_first_read(s, at, ret, ret_end) ||
               year_first_read(s, at, ret, ret_end);
    return weekday_read(s, at, ret, ret_end) || month_first_read(s, at, ret, ret_end) ||
           day_first_read(s, at, ret, ret_end);
}
