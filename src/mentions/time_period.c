/* Years, decades, centuries, quarters, halves and seasons. */
#include "mentions/times.h"

static bool lower_case(const rc_time_scan *s, uint32_t at)
{
    return !(s->text->tokens[at].flags & RC_TOKEN_CAPITAL);
}

static bool unit_at(const rc_time_scan *s, uint32_t at, rc_time_unit unit)
{
    int n;
    return rc_scan_value(s, at, RC_TW_UNIT, &n) && n == (int)unit;
}

/* ------------------------------------------------------------------ years */

/* "nineteen eighty-six", "two thousand and eighteen", "nineteen hundred ninety-three". */
static bool spelled_year_read(const rc_time_scan *s, uint32_t at, int32_t *ret, uint32_t *ret_end)
{
    int high, low = 0, scale;
    uint32_t i, end;
    if (!rc_cardinal_read(s, at, &high, &i))
        return false;
    if (rc_scan_value(s, i, RC_TW_HUNDRED, &scale)) {
        int32_t base = high * scale;
        uint32_t rest = rc_skip(s, i + 1, RC_TW_AND);
        bool more = rc_cardinal_read(s, rest, &low, &end);
        if (base < 1100 || base > 2900)
            return false;
        *ret = base + (more ? low : 0);
        *ret_end = more ? end : i + 1;
        return true;
    }
    if (high < 11 || high > 20)
        return false;
    /* "nineteen zero one", "twenty twenty-five"; not "twenty three" */
    if (rc_scan_value(s, i, RC_TW_CARDINAL, &low) && low == 0 &&
        rc_cardinal_read(s, i + 1, &low, &end) && low < 10) {
        *ret = high * 100 + low;
        *ret_end = end;
        return true;
    }
    if (i != at + 1 || !rc_cardinal_read(s, i, &low, &end) || low < 10)
        return false;
    *ret = high * 100 + low;
    *ret_end = end;
    return true;
}

bool rc_year_read(const rc_time_scan *s, uint32_t at, int32_t *ret, bool *ret_sure,
                  uint32_t *ret_end)
{
    int n, digits, era;
    if (rc_scan_value(s, at, RC_TW_ERA, &era) && era > 0 &&
        (s->text->tokens[at].flags & RC_TOKEN_CAPITAL) && rc_scan_number(s, at + 1, &n, &digits) &&
        digits <= 4 && n > 0) {
        *ret = n;
        *ret_sure = true;
        *ret_end = at + 2;
        return true;
    }
    if (!rc_scan_number(s, at, &n, &digits)) {
        *ret_sure = true;
        return spelled_year_read(s, at, ret, ret_end);
    }
    if (digits <= 4 && n > 0 && rc_scan_value(s, at + 1, RC_TW_ERA, &era) &&
        rc_scan_spaced(s, at + 1)) {
        *ret = era < 0 ? 1 - n : n;
        *ret_sure = true;
        *ret_end = at + 2;
        return true;
    }
    if (digits != 4 || n < 1000 || n > 2999)
        return false;
    *ret = n;
    *ret_sure = false;
    *ret_end = at + 1;
    return true;
}

/* "1990s", "1990's", "'90s", "60s", "the nineties", "two thousand and tens". */
static bool decade_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n, digits, tens;
    rc_point p;
    rc_point_init(&p, RC_POINT_DECADE);
    uint32_t i = at;
    bool mark =
        s->text->tokens[at].kind != RC_TOKEN_WORD && s->text->tokens[at].kind != RC_TOKEN_NUMBER;
    i += mark;
    if (rc_scan_value(s, i, RC_TW_DECADE_WORD, &tens) && !mark) {
        p.year = tens;
        p.weak = true;
        i++;
    } else if (rc_scan_number(s, i, &n, &digits) && (digits == 4 || digits == 2) && n % 10 == 0) {
        uint32_t suffix = i + 1;
        const rc_token *k = suffix < s->end ? &s->text->tokens[suffix] : NULL;
        if (k && !rc_scan_spaced(s, suffix) && k->kind == RC_TOKEN_PUNCT &&
            (k->first == '\'' || k->first == 0xE2))
            suffix++;
        if (!rc_scan_is(s, suffix, RC_TW_DECADE_SUFFIX) || rc_scan_spaced(s, suffix) ||
            (digits == 4 && (n < 1000 || n > 2990)))
            return false;
        p.year = n;
        p.weak = digits == 2;
        i = suffix + 1;
        if (digits == 4 && n % 100 == 0 && n < 2000) {
            p.form = RC_POINT_CENTURY;
            p.number = n / 100 + 1;
        }
    } else {
        return false;
    }
    if (rc_scan_value(s, i, RC_TW_ERA, &n) && n < 0 && p.year >= 100) {
        p.form = RC_POINT_DECADE;
        p.year = -p.year;
        i++;
    }
    *ret = p;
    *ret_end = i;
    return true;
}

/* "two thousand and tens" */
static bool spelled_decade_read(const rc_time_scan *s, uint32_t at, rc_point *ret,
                                uint32_t *ret_end)
{
    int high, scale, tens;
    uint32_t i;
    if (!rc_cardinal_read(s, at, &high, &i) || high > 20)
        return false;
    if (rc_scan_value(s, i, RC_TW_HUNDRED, &scale))
        i = rc_skip(s, i + 1, RC_TW_AND);
    else
        scale = 100;
    if (!rc_scan_value(s, i, RC_TW_DECADE_WORD, &tens) || high * scale < 1000)
        return false;
    rc_point_init(ret, RC_POINT_DECADE);
    ret->year = high * scale + tens;
    *ret_end = i + 1;
    return true;
}

/* "19th century", "nineteenth-century", "3rd century BC", "18th and 19th centuries". */
static bool century_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n, era;
    uint32_t i;
    if (!rc_ordinal_read(s, at, &n, &i) || n > 30 || n < 1)
        return false;
    i += rc_scan_sign(s, i, '-');
    if (!unit_at(s, i, RC_TU_CENTURY))
        return false;
    i++;
    rc_point_init(ret, RC_POINT_CENTURY);
    ret->number = n;
    if (rc_scan_value(s, i, RC_TW_ERA, &era)) {
        ret->number = era < 0 ? -n : n;
        i++;
    }
    *ret_end = i;
    return true;
}

/* ------------------------------------------------------------------ quarters, halves */

/* A year behind a quarter or season: "Q3 2025", "Q3-25", "Q3 of FY2025", "of fiscal 2025". */
static bool year_behind(const rc_time_scan *s, uint32_t at, rc_point *p, uint32_t *ret_end)
{
    uint32_t i = at, end;
    int value, number;
    int32_t year;
    bool sure;
    if ((rc_scan_dash(s, i) || rc_scan_sign(s, i, '/') || rc_scan_sign(s, i, ',')))
        i++;
    i = rc_skip(s, i, RC_TW_OF);
    i = rc_skip(s, i, RC_TW_DEFINITE);
    bool fiscal = false;
    if (rc_scan_is(s, i, RC_TW_FISCAL) || rc_scan_is(s, i, RC_TW_FISCAL_SHORT)) {
        fiscal = true;
        i++;
    }
    if (unit_at(s, i, RC_TU_YEAR))
        i++;
    if (rc_scan_compound(s, i, RC_TW_FISCAL_SHORT, &value, &number)) {
        p->year = number < 100 ? 2000 + number : number;
        fiscal = true;
        end = i + 1;
    } else if (rc_year_read(s, i, &year, &sure, &end)) {
        p->year = year;
    } else if (rc_scan_sign(s, i, '\'') && rc_scan_number(s, i + 1, &number, &value) &&
               value == 2) {
        p->year = number < 50 ? 2000 + number : 1900 + number;
        end = i + 2;
    } else {
        return false;
    }
    p->fiscal = p->fiscal || fiscal;
    *ret_end = end;
    return true;
}

/* The year of a quarter, half or season, in whatever way it is said. */
static void take_year(const rc_time_scan *s, uint32_t *at, rc_point *p)
{
    rc_point base;
    uint32_t end;
    if (year_behind(s, *at, p, &end)) {
        *at = end;
        return;
    }
    if (!rc_container_read(s, *at, &base, &end))
        return;
    if ((base.form == RC_POINT_PERIOD && base.unit == RC_TU_YEAR) ||
        (base.form == RC_POINT_CIVIL && !base.month && base.year != RC_POINT_NO_YEAR)) {
        p->base = rc_point_keep(s, &base);
        p->fiscal = p->fiscal || base.fiscal;
        *at = end;
    }
}

static bool quarter_or_half(const rc_time_scan *s, uint32_t at, rc_point_form form, int kind,
                            rc_point *ret, uint32_t *ret_end)
{
    int value, number, limit = form == RC_POINT_QUARTER ? 4 : 2;
    rc_point p;
    rc_point_init(&p, form);
    uint32_t i = at + 1;
    if (rc_scan_compound(s, at, kind, &value, &number)) {
        if (number < 1 || number > limit || (form == RC_POINT_HALF && lower_case(s, at)))
            return false;
        p.number = number;
        take_year(s, &i, &p);
        p.weak = p.year == RC_POINT_NO_YEAR && !p.base && form == RC_POINT_HALF;
    } else if (rc_scan_number(s, at, &number, &value) && value == 1 && number >= 1 &&
               number <= limit && !rc_scan_spaced(s, i)) {
        /* "3Q", "3Q 2025", "1H25" */
        int year;
        p.number = number;
        if (rc_scan_compound(s, i, kind, &value, &year) && !lower_case(s, i))
            p.year = year < 100 ? 2000 + year : year;
        else if (!rc_scan_is(s, i, kind) || lower_case(s, i))
            return false;
        i++;
        if (p.year == RC_POINT_NO_YEAR)
            take_year(s, &i, &p);
        if (p.year == RC_POINT_NO_YEAR && form == RC_POINT_HALF)
            return false;
    } else {
        return false;
    }
    *ret = p;
    *ret_end = i;
    return true;
}

/* "2025 Q3", "2016H2", "2017-q1" */
static bool year_then_quarter(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int year, digits, value, number;
    if (!rc_scan_number(s, at, &year, &digits))
        return false;
    bool brief = digits == 2 && !rc_scan_spaced(s, at + 1) && /* "18Q4" */
                 rc_scan_compound(s, at + 1, RC_TW_QUARTER_LETTER, &value, &number);
    if (brief)
        year += 2000;
    else if (digits != 4 || year < 1800 || year > 2199)
        return false;
    uint32_t i = at + 1;
    i += rc_scan_dash(s, i) || rc_scan_sign(s, i, '/');
    bool quarter = rc_scan_compound(s, i, RC_TW_QUARTER_LETTER, &value, &number);
    if (!quarter && (!rc_scan_compound(s, i, RC_TW_HALF_LETTER, &value, &number) || number > 2))
        return false;
    if (number < 1 || number > 4)
        return false;
    rc_point_init(ret, quarter ? RC_POINT_QUARTER : RC_POINT_HALF);
    ret->number = number;
    ret->year = year;
    *ret_end = i + 1;
    return true;
}

/* "third quarter", "fourth-quarter", "fiscal third quarter", with its year. */
static bool nth_quarter_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n;
    uint32_t i = rc_skip(s, at, RC_TW_FISCAL);
    rc_point p;
    rc_point_init(&p, RC_POINT_QUARTER);
    p.fiscal = i > at;
    if (!rc_ordinal_read(s, i, &n, &i) || n < 1 || n > 4)
        return false;
    if (rc_scan_is(s, i, RC_TW_FISCAL)) {
        p.fiscal = true;
        i++;
    }
    i += rc_scan_sign(s, i, '-') && !rc_scan_spaced(s, i);
    if (!unit_at(s, i, RC_TU_QUARTER) || (s->text->tokens[i].flags & RC_TOKEN_PLURAL))
        return false;
    p.number = n;
    i++;
    take_year(s, &i, &p);
    *ret = p;
    *ret_end = i;
    return true;
}

/* "fiscal 2025", "FY25", "fiscal year 2025", "financial year 2024-25". */
static bool fiscal_year_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    rc_point p;
    uint32_t i;
    int n, digits;
    rc_point_init(&p, RC_POINT_CIVIL);
    p.fiscal = true;
    if (!year_behind(s, at, &p, &i) || rc_scan_is(s, at, RC_TW_OF))
        return false;
    bool slash = rc_scan_sign(s, i, '/') || rc_scan_dash(s, i);
    if (slash && !rc_scan_spaced(s, i + 1) && rc_scan_number(s, i + 1, &n, &digits) &&
        (n == (p.year + 1) % 100 || n == p.year + 1)) {
        p.year++; /* a year is called after the one that it ends in */
        i += 2;
    }
    *ret = p;
    *ret_end = i;
    return true;
}

/* ------------------------------------------------------------------ seasons */

static bool season_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int season;
    rc_point p;
    uint32_t i = at + 1;
    if (!rc_season_at(s, at, &season))
        return false;
    rc_point_init(&p, RC_POINT_SEASON);
    p.number = season;
    take_year(s, &i, &p);
    p.weak = p.year == RC_POINT_NO_YEAR && !p.base;
    *ret = p;
    *ret_end = i;
    return true;
}

/* "year 247", "the year 2011" */
static bool year_word_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n, digits;
    int32_t year;
    bool sure;
    uint32_t end;
    if (!unit_at(s, at, RC_TU_YEAR) || (s->text->tokens[at].flags & RC_TOKEN_PLURAL))
        return false;
    if (rc_year_read(s, at + 1, &year, &sure, &end)) {
        rc_point_init(ret, RC_POINT_CIVIL);
        ret->year = year;
        *ret_end = end;
        return true;
    }
    if (!rc_scan_number(s, at + 1, &n, &digits) || digits != 3)
        return false;
    rc_point_init(ret, RC_POINT_CIVIL);
    ret->year = n;
    *ret_end = at + 2;
    return true;
}

bool rc_period_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int32_t year;
    bool sure;
    if (decade_read(s, at, ret, ret_end) || year_then_quarter(s, at, ret, ret_end) ||
        century_read(s, at, ret, ret_end) || nth_quarter_read(s, at, ret, ret_end) ||
        quarter_or_half(s, at, RC_POINT_QUARTER, RC_TW_QUARTER_LETTER, ret, ret_end) ||
        quarter_or_half(s, at, RC_POINT_HALF, RC_TW_HALF_LETTER, ret, ret_end) ||
        season_read(s, at, ret, ret_end) || spelled_decade_read(s, at, ret, ret_end))
        return true;
    int value, number;
    if (rc_scan_is(s, at, RC_TW_FISCAL) || rc_scan_is(s, at, RC_TW_FISCAL_SHORT) ||
        rc_scan_compound(s, at, RC_TW_FISCAL_SHORT, &value, &number))
        return fiscal_year_read(s, at, ret, ret_end);
    if (year_word_read(s, at, ret, ret_end))
        return true;
    if (!rc_year_read(s, at, &year, &sure, ret_end))
        return false;
    rc_point_init(ret, RC_POINT_CIVIL);
    ret->year = year;
    ret->weak = !sure || s->text->tokens[at].kind == RC_TOKEN_WORD;
    return true;
}
