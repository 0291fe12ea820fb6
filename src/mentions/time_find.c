/* Finds the dates, ranges of dates and lengths of one block. */
#include "mentions/times.h"

static bool plural_word(const rc_time_scan *s, uint32_t at)
{
    return at < s->end && s->text->tokens[at].kind == RC_TOKEN_WORD &&
           ((s->text->tokens[at].flags & RC_TOKEN_PLURAL) || rc_scan_is(s, at, RC_TW_UNIT)) &&
           !(s->text->tokens[at].flags & RC_TOKEN_CAPITAL);
}

static bool before_is(const rc_time_scan *s, uint32_t at, int kind)
{
    return at > s->first && rc_scan_is(s, at - 1, kind);
}

/* ------------------------------------------------------------------ ranges */

/* What joins two ends: a dash, "to", "through"; "and" only behind "between". */
static bool connector(const rc_time_scan *s, uint32_t from, uint32_t at, uint32_t *ret_end)
{
    if (rc_scan_dash(s, at) && rc_scan_spaced(s, at) == rc_scan_spaced(s, at + 1)) {
        *ret_end = at + 1;
        return at + 1 < s->end;
    }
    uint32_t before = before_is(s, from, RC_TW_DEFINITE) ? from - 1 : from;
    bool and = rc_scan_is(s, at, RC_TW_AND) && before_is(s, before, RC_TW_BETWEEN);
    if (!and&&!rc_scan_is(s, at, RC_TW_RANGE))
        return false;
    *ret_end = at + 1;
    return true;
}

static bool range_form(const rc_point *p)
{
    return p->form != RC_POINT_CLOCK && p->form != RC_POINT_TRAIL;
}

/* "October 24 to 26", "August 27th - 29th, 2024": the second day shares the month of the first. */
static bool second_day(const rc_time_scan *s, uint32_t at, const rc_point *a, rc_point *ret_b,
                       uint32_t *ret_end)
{
    int day, month, kind, minutes;
    bool ordinal, sure;
    int32_t year;
    uint32_t end, next;
    uint32_t i = rc_skip(s, at, RC_TW_DEFINITE);
    if (a->form != RC_POINT_CIVIL || !a->month || !a->day || a->base ||
        !rc_day_read(s, i, &day, &ordinal, &end) || rc_clock_read(s, i, &minutes, &next))
        return false;
    if (rc_month_at(s, rc_skip(s, end, RC_TW_OF), &month, &kind) || day <= a->day ||
        plural_word(s, end) || rc_scan_sign(s, end, '%') || rc_numeric_second(s, i, ret_b, &next))
        return false;
    *ret_b = *a;
    ret_b->day = (int16_t)day;
    ret_b->weekday = 0;
    next = rc_skip_sign(s, end, ',');
    next = rc_skip(s, next, RC_TW_OF);
    if (a->year == RC_POINT_NO_YEAR && rc_year_read(s, next, &year, &sure, &next) &&
        (sure || year >= 1000)) {
        ret_b->year = year;
        end = next;
    }
    *ret_end = end;
    return day <= 31;
}

/* "1914-18", "2008–2011", "2024/25" */
static bool second_year(const rc_time_scan *s, uint32_t at, uint32_t from, const rc_point *a,
                        rc_point *ret_b, uint32_t *ret_end)
{
    int n, digits;
    if (a->form != RC_POINT_CIVIL || a->month || a->weekday || a->year == RC_POINT_NO_YEAR ||
        a->base || a->year < 1000 || from + 1 != at)
        return false;
    bool slash = rc_scan_sign(s, at, '/');
    if ((!slash && !rc_scan_dash(s, at)) || (slash && rc_scan_spaced(s, at)))
        return false;
    if (!rc_scan_number(s, at + 1, &n, &digits) || (digits != 4 && digits != 2) ||
        rc_scan_spaced(s, at) != rc_scan_spaced(s, at + 1))
        return false;
    if (digits == 2 && rc_scan_spaced(s, at))
        return false;
    int32_t year = digits == 4 ? n : a->year / 100 * 100 + n;
    if (year <= a->year || year > a->year + 300 || (slash && year != a->year + 1))
        return false;
    uint32_t end = at + 2;
    const rc_token *next = end < s->end ? &s->text->tokens[end] : NULL;
    if (next && (rc_scan_dash(s, end) || next->first == '%' || next->first == '/') &&
        !rc_scan_spaced(s, end))
        return false;
    if (plural_word(s, end) && rc_scan_is(s, end, RC_TW_UNIT) &&
        s->text->tokens[end].flags & RC_TOKEN_PLURAL) /* "5-18 months", not "the 2024-25 season" */
        return false;
    *ret_b = *a;
    ret_b->year = year;
    *ret_end = end;
    return true;
}

/* What the ends leave out of each other: "Nov-Feb 2017", "Aug 10 - Nov 12, 2011". */
static void share_year(rc_point *a, const rc_point *b)
{
    bool civil = a->form == RC_POINT_CIVIL && b->form == RC_POINT_CIVIL;
    bool seasons =
        a->form == b->form && (a->form == RC_POINT_SEASON || a->form == RC_POINT_QUARTER);
    if (a->year != RC_POINT_NO_YEAR || b->year == RC_POINT_NO_YEAR || a->base || a->related)
        return;
    if (civil && a->month && b->month) {
        bool after = a->month > b->month || (a->month == b->month && a->day > b->day);
        a->year = b->year - after;
    } else if (seasons) {
        a->year = b->year - (a->number > b->number);
    }
}

/* "to date", "till current date" */
static bool to_date(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    uint32_t i = rc_skip(s, at, RC_TW_DEFINITE);
    i = rc_skip(s, i, RC_TW_RELATION);
    if (!rc_scan_is(s, i, RC_TW_DATE_WORD) && !rc_scan_is(s, i, RC_TW_NOW))
        return false;
    rc_point_init(ret, RC_POINT_DAY);
    *ret_end = i + 1;
    return true;
}

static bool second_end(const rc_time_scan *s, uint32_t at, const rc_point *a, rc_point *ret_b,
                       uint32_t *ret_end)
{
    if (to_date(s, at, ret_b, ret_end))
        return true;
    if (rc_scan_dash(s, at - 1) && rc_numeric_second(s, at, ret_b, ret_end))
        return !ret_b->weak || (a->form == RC_POINT_CIVIL && a->month);
    uint32_t i = rc_skip(s, at, RC_TW_DEFINITE);
    i = i < s->end && rc_scan_is(s, i, RC_TW_PREPOSITION) && i == at ? i + 1 : i;
    if (!rc_point_read(s, i, ret_b, ret_end) || !range_form(ret_b))
        return false;
    bool year = ret_b->form == RC_POINT_CIVIL && !ret_b->month && !ret_b->weekday && !ret_b->day;
    if (year && ret_b->weak) {
        /* a year, since what it is joined to is one; but "from 2020 to 2500 people" */
        return !plural_word(s, *ret_end) && ret_b->year >= a->year;
    }
    bool month = ret_b->form == RC_POINT_CIVIL && ret_b->month && !ret_b->day;
    if (month && a->form == RC_POINT_CIVIL && a->month)
        return true;
    return rc_point_trusted(s, i, *ret_end, ret_b);
}

/* `f->a` was read up to `end`: whether it is the first end of a range. */
static bool take_range(const rc_time_scan *s, rc_found *f, uint32_t *end)
{
    uint32_t to, last;
    rc_point b;
    if (!range_form(&f->a))
        return false;
    if (second_year(s, *end, f->first, &f->a, &b, &last)) {
        f->b = b;
        f->a_last = *end;
        f->b_first = *end + 1;
        *end = last;
        return true;
    }
    if (!connector(s, f->first, *end, &to))
        return false;
    if (!second_day(s, to, &f->a, &b, &last) && !second_end(s, to, &f->a, &b, &last))
        return false;
    f->b = b;
    f->a_last = *end;
    f->b_first = to;
    share_year(&f->a, &f->b);
    if (f->a.form == RC_POINT_CIVIL && b.form == RC_POINT_CIVIL && f->a.month && b.month &&
        f->a.year == RC_POINT_NO_YEAR && b.year != RC_POINT_NO_YEAR)
        f->a.year = b.year;
    *end = last;
    return true;
}

/* "13 to 15 July", "6-7 January 1916", "the 28 and 29 August", "4 to 23 next month". */
static bool days_then_month(const rc_time_scan *s, uint32_t at, rc_found *f, uint32_t *ret_end)
{
    int first, second;
    bool ordinal;
    uint32_t i, to;
    if (!rc_day_read(s, at, &first, &ordinal, &i))
        return false;
    if (rc_scan_is(s, i, RC_TW_AND) || rc_scan_is(s, i, RC_TW_OR))
        to = i + 1;
    else if (!connector(s, at, i, &to))
        return false;
    to = rc_skip(s, to, RC_TW_DEFINITE);
    if (!rc_day_read(s, to, &second, &ordinal, &i) || second <= first)
        return false;
    rc_point month;
    if (rc_civil_read(s, to, &f->b, ret_end) && f->b.month && f->b.day == second && !f->b.weak) {
        f->a = f->b;
        f->a.day = (int16_t)first;
        f->a.weekday = 0;
        f->a_last = at + 1;
        f->b_first = to;
        return true;
    }
    if (!rc_container_read(s, i, &month, ret_end) || month.form != RC_POINT_PERIOD ||
        month.unit != RC_TU_MONTH || month.related == RC_BASE_EITHER)
        return false;
    rc_point_init(&f->a, RC_POINT_NTH);
    f->a.unit = RC_TU_DAY;
    f->a.base = rc_point_keep(s, &month);
    f->b = f->a;
    f->a.number = first;
    f->b.number = second;
    f->a_last = at + 1;
    f->b_first = to;
    return true;
}

/* ------------------------------------------------------------------ lengths */

static bool length_time(const rc_time_scan *s, const rc_length *l, rc_time *ret)
{
    if (rc_time_duration(s->arena, &l->length, ret) != RC_OK)
        return false;
    ret->approximate = l->approximate;
    return true;
}

/* "a day": a length only behind a preposition ("for a day"), else it is a rate or some day. */
static bool length_trusted(const rc_time_scan *s, uint32_t at, const rc_length *l, uint32_t end)
{
    if (before_is(s, at, RC_TW_EVERY) || rc_scan_is(s, at, RC_TW_EVERY))
        return false;
    if (l->unit == RC_TU_SECOND && before_is(s, at, RC_TW_OWNER)) /* "in her 60s" */
        return false;
    if (l->unit == RC_TU_SEASON || l->unit == RC_TU_SEMESTER || l->unit == RC_TU_HALF)
        return false;
    bool one = l->article || (l->whole == 1 && s->text->tokens[at].kind == RC_TOKEN_WORD);
    if (rc_scan_dash(s, end) && !rc_scan_spaced(s, end) && !l->hyphen)
        return false; /* "a year-on-year decrease" */
    if (l->article &&
        (l->unit == RC_TU_WORKDAY || l->unit == RC_TU_WEEKEND ||
         (l->unit == RC_TU_SECOND && end < s->end && s->text->tokens[end].kind == RC_TOKEN_WORD)))
        return false; /* "a second plant" */
    if (one && !l->article && !l->hyphen && rc_time_units[l->unit].grain == RC_GRAIN_DAY)
        return before_is(s, at, RC_TW_PREPOSITION) || before_is(s, at, RC_TW_PREPOSITION_WEAK) ||
               before_is(s, at, RC_TW_APPROXIMATOR) || (at == s->first && end == s->end);
    if (l->unit == RC_TU_QUARTER)
        return !l->article && !rc_scan_is(s, end, RC_TW_OF) && l->whole != 3 && l->whole != 1;
    if (!l->article || l->vague || l->hyphen)
        return true;
    if (rc_time_units[l->unit].grain >= RC_GRAIN_DECADE || l->whole == 0)
        return true;
    if (at > s->first && s->text->tokens[at - 1].pos == RC_POS_VERB)
        return true; /* "lasted a year" */
    return before_is(s, at, RC_TW_PREPOSITION) || before_is(s, at, RC_TW_PREPOSITION_WEAK) ||
           before_is(s, at, RC_TW_APPROXIMATOR) || (at == s->first && end == s->end);
}

/* "a 42-year-old", "18 years old": `*end` stands behind the length. */
static void take_old(const rc_time_scan *s, uint32_t *end)
{
    uint32_t i = *end + rc_scan_sign(s, *end, '-');
    int kind;
    if (rc_scan_value(s, i, RC_TW_OLD, &kind) && kind == 0)
        *end = i + 1;
}

/* "aged 42": years. */
static bool age_read(const rc_time_scan *s, uint32_t at, rc_time *ret, uint32_t *ret_end)
{
    int n, digits, other;
    uint32_t i = rc_skip(s, at + 1, RC_TW_OF), end = i + 1;
    if (!rc_scan_number(s, i, &n, &digits) && !rc_cardinal_read(s, i, &n, &end))
        return false;
    if (n < 1 || n > 130 || rc_scan_is(s, end, RC_TW_UNIT))
        return false;
    if ((rc_scan_dash(s, end) || rc_scan_is(s, end, RC_TW_RANGE) ||
         rc_scan_is(s, end, RC_TW_AND)) &&
        rc_scan_number(s, end + 1, &other, &digits) && digits <= 3 && other > n)
        return false; /* two ends: a quantity */
    rc_duration d = {0};
    d.amount[RC_SPAN_YEAR] = rc_decimal_from(n);
    if (rc_time_duration(s->arena, &d, ret) != RC_OK)
        return false;
    *ret_end = end;
    return true;
}

/* "month-long", "year-long" */
static bool long_read(const rc_time_scan *s, uint32_t at, rc_time *ret, uint32_t *ret_end)
{
    int unit, kind;
    if (!rc_scan_value(s, at, RC_TW_UNIT, &unit) || !rc_scan_sign(s, at + 1, '-') ||
        !rc_scan_value(s, at + 2, RC_TW_OLD, &kind) || kind != 1 ||
        (at > s->first && rc_scan_dash(s, at - 1)))
        return false;
    rc_duration d = {0};
    d.amount[rc_time_units[unit].span] = rc_decimal_from(rc_time_units[unit].count);
    if (rc_time_duration(s->arena, &d, ret) != RC_OK)
        return false;
    *ret_end = at + 3;
    return true;
}

static bool length_found(const rc_time_scan *s, uint32_t at, rc_found *f, uint32_t *ret_end)
{
    rc_length l;
    uint32_t end;
    int of;
    if (rc_scan_is(s, at, RC_TW_AGED) && age_read(s, at, &f->length, ret_end)) {
        f->what = RC_FOUND_LENGTH;
        return true;
    }
    if (long_read(s, at, &f->length, ret_end)) {
        f->what = RC_FOUND_LENGTH;
        return true;
    }
    if (!rc_length_read(s, at, &l, &end) || !length_trusted(s, at, &l, end) ||
        !length_time(s, &l, &f->length))
        return false;
    f->what = RC_FOUND_LENGTH;
    if (at > s->first && rc_scan_value(s, at - 1, RC_TW_OF, &of) && of == 1 && !l.hyphen &&
        rc_time_units[l.unit].grain >= RC_GRAIN_DAY) {
        f->what = RC_FOUND_AHEAD;
        rc_point_init(&f->a, RC_POINT_SHIFT);
        f->a.length = l.length;
        f->a.unit = (int16_t)l.unit;
        f->a.number = l.whole;
        f->a.sign = 1;
        f->a.related = RC_BASE_DOCUMENT;
        f->a.approximate = l.vague;
    }
    take_old(s, &end);
    *ret_end = end;
    return true;
}

/* ------------------------------------------------------------------ times of day */

/* "13:00 February 28, 2013", "5 p.m. on Tuesday"; alone only where nothing else can be meant. */
static bool clock_found(const rc_time_scan *s, uint32_t at, rc_found *f, uint32_t *ret_end)
{
    int minutes;
    uint32_t i, end;
    if (s->text->tokens[at].kind != RC_TOKEN_NUMBER || !rc_clock_read(s, at, &minutes, &i))
        return false;
    bool two = rc_clock_second(s, i, &i);
    uint32_t comma = rc_skip_sign(s, i, ',');
    uint32_t on = rc_skip(s, comma, RC_TW_ON);
    bool loose = comma > i && on == comma; /* "Tuesday to Sunday, 10 am to 6 pm, Thursday until" */
    on = rc_skip(s, on, RC_TW_DEFINITE);
    rc_point p;
    if (on < s->end && rc_point_read(s, on, &p, &end) && rc_point_trusted(s, on, end, &p) &&
        (p.form == RC_POINT_DAY || (p.form == RC_POINT_CIVIL && (p.day || p.weekday))) &&
        !(loose && !p.month)) {
        p.minutes = (int16_t)minutes;
        f->a = p;
        *ret_end = end;
        return true;
    }
    const rc_token *last = &s->text->tokens[i - 1];
    if (last->kind == RC_TOKEN_NUMBER && !two && !before_is(s, at, RC_TW_AT))
        return false;
    rc_point_init(&f->a, RC_POINT_CLOCK);
    f->a.minutes = (int16_t)minutes;
    *ret_end = i;
    return true;
}

/* ------------------------------------------------------------------ one expression */

/* The span takes in "the" and "about". */
static void take_before(const rc_time_scan *s, rc_found *f)
{
    const rc_point *p = &f->a;
    bool year = f->what == RC_FOUND_POINT && p->form == RC_POINT_CIVIL && !p->weekday && !p->day &&
                (!p->month || p->year == RC_POINT_NO_YEAR);
    if (f->first > s->first && rc_scan_is(s, f->first - 1, RC_TW_DEFINITE) &&
        !(year && f->last < s->end && s->text->tokens[f->last].kind == RC_TOKEN_WORD))
        f->first--;
    int weak;
    if (f->first > s->first && rc_scan_value(s, f->first - 1, RC_TW_APPROXIMATOR, &weak) &&
        (weak || f->what == RC_FOUND_LENGTH)) {
        f->first--;
        f->a.approximate = true;
        f->length.approximate = true;
    }
}

/* "January and February 1937", "the spring and early summer of 1943": the first has the year of
 * the last. */
static bool borrow_year(const rc_time_scan *s, uint32_t at, rc_point *p)
{
    bool month = p->form == RC_POINT_CIVIL && p->month && !p->day && !p->weekday;
    if ((!month && p->form != RC_POINT_SEASON) || p->year != RC_POINT_NO_YEAR || p->base ||
        p->related)
        return false;
    for (int more = 0; more < 4; more++) {
        bool comma = rc_scan_sign(s, at, ',');
        at += comma;
        bool and = rc_scan_is(s, at, RC_TW_AND) || rc_scan_is(s, at, RC_TW_OR);
        rc_point next;
        uint32_t end;
        at = rc_skip(s, at + and, RC_TW_DEFINITE);
        if ((!and&&!comma) || at >= s->end || !rc_point_read(s, at, &next, &end) ||
            next.form != p->form || next.day)
            return false;
        if (next.year != RC_POINT_NO_YEAR) {
            p->year = next.year - (month && p->month > next.month);
            p->weak = false;
            return true;
        }
        at = end;
    }
    return false;
}

/* "264-241 BC": the era behind the second year holds for both. */
static bool bc_range(const rc_time_scan *s, uint32_t at, rc_found *f, uint32_t *ret_end)
{
    int n, digits, era;
    int32_t year;
    bool sure;
    uint32_t to;
    if (!rc_scan_number(s, at, &n, &digits) || digits > 4 || n < 1 ||
        !rc_year_may_stand(s, at, s->end) || !connector(s, at, at + 1, &to) ||
        !rc_year_read(s, to, &year, &sure, ret_end) || !sure ||
        !rc_scan_value(s, *ret_end - 1, RC_TW_ERA, &era))
        return false;
    rc_point_init(&f->a, RC_POINT_CIVIL);
    f->b = f->a;
    f->a.year = era < 0 ? 1 - n : n;
    f->b.year = year;
    f->a_last = at + 1;
    f->b_first = to;
    f->what = RC_FOUND_RANGE;
    return f->a.year < f->b.year;
}

static bool point_found(const rc_time_scan *s, uint32_t at, rc_found *f, uint32_t *end)
{
    if (bc_range(s, at, f, end))
        return true;
    if (days_then_month(s, at, f, end)) {
        f->what = RC_FOUND_RANGE;
        rc_point_take_clock(s, &f->b, end);
        return true;
    }
    if (!rc_point_read(s, at, &f->a, end))
        return false;
    if (!before_is(s, at, RC_TW_BETWEEN) && borrow_year(s, *end, &f->a))
        return true;
    if (take_range(s, f, end)) {
        bool civil = f->a.form == RC_POINT_CIVIL && f->b.form == RC_POINT_CIVIL;
        bool years = civil && !f->a.month && f->a.year != RC_POINT_NO_YEAR;
        if (!f->a.weak || (years && rc_year_may_stand(s, at, *end)) || (civil && !years) ||
            rc_point_trusted(s, at, *end, &f->a)) {
            f->what = RC_FOUND_RANGE;
            rc_point_take_clock(s, &f->b, end);
            return true;
        }
        if (!rc_point_read(s, at, &f->a, end))
            return false;
    }
    return rc_point_trusted(s, at, *end, &f->a);
}

static bool expression(const rc_time_scan *s, uint32_t at, rc_found *f, uint32_t *end)
{
    *f = (rc_found){.what = RC_FOUND_POINT, .first = at};
    if (clock_found(s, at, f, end) || point_found(s, at, f, end))
        return true;
    *f = (rc_found){.what = RC_FOUND_POINT, .first = at};
    return length_found(s, at, f, end);
}

/* "2014, 2016 and 2018": a year behind a year. */
static bool year_in_list(const rc_time_scan *s, uint32_t at, const rc_founds *out, rc_found *f)
{
    if (!out->count)
        return false;
    const rc_found *before = &out->items[out->count - 1];
    uint32_t i = rc_skip_sign(s, before->last, ',');
    i = rc_scan_is(s, i, RC_TW_AND) || rc_scan_is(s, i, RC_TW_OR) ? i + 1 : i;
    const rc_point *p = before->what == RC_FOUND_RANGE ? &before->b : &before->a;
    if (i != at || i == before->last || before->first < s->first ||
        before->what == RC_FOUND_LENGTH || p->form != RC_POINT_CIVIL ||
        p->year == RC_POINT_NO_YEAR || p->base)
        return false;
    int n, digits;
    if (!rc_scan_number(s, at, &n, &digits) || digits != 4 || n < 1000 || n > 2200 ||
        plural_word(s, at + 1) || rc_scan_sign(s, at + 1, '%'))
        return false;
    *f = (rc_found){.what = RC_FOUND_POINT, .first = at};
    rc_point_init(&f->a, RC_POINT_CIVIL);
    f->a.year = n;
    return true;
}

/* "May 4 and 5": another day of the month just named. */
static bool day_in_list(const rc_time_scan *s, uint32_t at, const rc_founds *out, rc_found *f)
{
    int n, digits, month, kind;
    if (!out->count || at == s->first ||
        !(rc_scan_is(s, at - 1, RC_TW_AND) || rc_scan_is(s, at - 1, RC_TW_OR)))
        return false;
    const rc_found *before = &out->items[out->count - 1];
    if (before->last != at - 1 || before->first < s->first || before->what != RC_FOUND_POINT ||
        before->a.form != RC_POINT_CIVIL || !before->a.month || !before->a.day ||
        !rc_scan_number(s, at, &n, &digits) || digits > 2 || n <= before->a.day || n > 31 ||
        rc_month_at(s, at + 1, &month, &kind))
        return false;
    if (at + 1 < s->end &&
        (s->text->tokens[at + 1].kind == RC_TOKEN_SYMBOL || plural_word(s, at + 1) ||
         rc_scan_sign(s, at + 1, '%') || s->text->tokens[at + 1].pos == RC_POS_NOUN))
        return false;
    *f = (rc_found){.what = RC_FOUND_POINT, .first = at, .a = before->a};
    f->a.day = (int16_t)n;
    f->a.weekday = 0;
    f->a.minutes = -1;
    return true;
}

#define KIND(name) (UINT64_C(1) << RC_TW_##name)

/* Words that only stand inside an expression or before one. */
#define INNER_KINDS                                                                                \
    (KIND(ORDINAL_SUFFIX) | KIND(DECADE_SUFFIX) | KIND(DEFINITE) | KIND(FROM_NOW) |                \
     KIND(DIRECTION) | KIND(NOW) | KIND(RANGE) | KIND(AND) | KIND(OR) | KIND(BETWEEN) |            \
     KIND(FROM) | KIND(OF) | KIND(AT) | KIND(FOR) | KIND(ON) | KIND(PREPOSITION) |                 \
     KIND(PREPOSITION_WEAK) | KIND(APPROXIMATOR) | KIND(EVERY) | KIND(OLD) | KIND(OWNER) |         \
     KIND(ZONE) | KIND(MERIDIEM) | KIND(OCLOCK) | KIND(DATE_WORD) | KIND(FILLER))

/* Whether an expression can begin at a token: asked of every one, so that most are passed by. */
static bool may_begin(const rc_time_scan *s, uint32_t at)
{
    const rc_token *k = &s->text->tokens[at];
    if (k->kind == RC_TOKEN_NUMBER)
        return true;
    uint16_t mark = s->marks[at];
    if (!mark) /* an apostrophe: "'90s" */
        return (k->first == '\'' || (k->first == 0xE2 && k->kind == RC_TOKEN_PUNCT)) &&
               at + 1 < s->end && s->text->tokens[at + 1].kind == RC_TOKEN_NUMBER;
    if (mark & RC_MARK_DIGITS)
        return true;
    uint64_t kinds = s->words->entries[mark].kinds & ~INNER_KINDS;
    if (kinds == KIND(ARTICLE))
        return rc_scan_is(s, at + 1, RC_TW_UNIT) || rc_scan_is(s, at + 1, RC_TW_VAGUE_NUMBER) ||
               rc_scan_is(s, at + 1, RC_TW_FILLER);
    return kinds != 0;
}

void rc_times_scan(const rc_time_scan *s, rc_founds *out)
{
    for (uint32_t at = s->first; at < s->end;) {
        const rc_token *k = &s->text->tokens[at];
        rc_found f;
        uint32_t end = at + 1;
        if (!may_begin(s, at) || !(expression(s, at, &f, &end) ||
                                   (k->kind == RC_TOKEN_NUMBER &&
                                    (year_in_list(s, at, out, &f) || day_in_list(s, at, out, &f)) &&
                                    ((void)(end = at + 1), true)))) {
            at++;
            continue;
        }
        f.last = end;
        take_before(s, &f);
        if (out->count && f.first < out->items[out->count - 1].last &&
            out->items[out->count - 1].first >= s->first)
            f.first = out->items[out->count - 1].last;
        RC_PUSH(s->arena, out->items, out->count, out->capacity, f);
        at = end;
    }
}
