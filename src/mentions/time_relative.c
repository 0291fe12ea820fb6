/* Dates told by another: "last Tuesday", "the end of May", "two days later", "the first Friday of
 * next month". */
#include "mentions/times.h"

static bool unit_at(const rc_time_scan *s, uint32_t at, rc_time_unit unit)
{
    int n;
    return rc_scan_value(s, at, RC_TW_UNIT, &n) && n == (int)unit;
}

static bool plural(const rc_time_scan *s, uint32_t at)
{
    return at < s->end && (s->text->tokens[at].flags & RC_TOKEN_PLURAL);
}

static bool after_the(const rc_time_scan *s, uint32_t at)
{
    return at > s->first && rc_scan_is(s, at - 1, RC_TW_DEFINITE);
}

static uint32_t skip_loose_hyphen(const rc_time_scan *s, uint32_t at)
{
    return rc_scan_sign(s, at, '-') ? at + 1 : at;
}

static void one_unit(rc_point *p, rc_time_unit unit)
{
    p->length = (rc_duration){0};
    p->length.amount[rc_time_units[unit].span] = rc_decimal_from(rc_time_units[unit].count);
    p->unit = (int16_t)unit;
    p->number = 1;
}

static bool is_of(const rc_time_scan *s, uint32_t at)
{
    int n;
    return rc_scan_value(s, at, RC_TW_OF, &n) && n == 0;
}

/* ------------------------------------------------------------------ what a part is of */

/* "the month", "month": the period of that size around the date meant. */
static bool bare_unit_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int unit;
    if (!rc_scan_value(s, at, RC_TW_UNIT, &unit) || plural(s, at) ||
        rc_time_units[unit].grain < RC_GRAIN_DAY || unit == RC_TU_NIGHT || unit == RC_TU_HALF ||
        unit == RC_TU_SEASON || unit == RC_TU_WORKDAY || unit == RC_TU_MILLENNIUM)
        return false;
    rc_point_init(ret, RC_POINT_PERIOD);
    ret->unit = (int16_t)unit;
    ret->related = RC_BASE_EITHER;
    *ret_end = at + 1;
    return true;
}

bool rc_container_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    uint32_t i = rc_skip_sign(s, at, ',');
    bool of = rc_scan_is(s, i, RC_TW_OF);
    i += of;
    i = rc_skip(s, i, RC_TW_APPROXIMATOR);
    bool the = rc_scan_is(s, i, RC_TW_DEFINITE);
    i += the;
    bool relation = rc_scan_is(s, i, RC_TW_RELATION) || rc_scan_is(s, i, RC_TW_RELATION_NAMED);
    if (i > at && rc_scan_sign(s, at, ',') && !relation)
        return false;
    if (relation)
        return rc_relative_read(s, i, ret, ret_end);
    if (!of)
        return false;
    if (i < s->end && (rc_civil_read(s, i, ret, ret_end) || rc_period_read(s, i, ret, ret_end)))
        return true;
    uint32_t unit = rc_skip(s, i, RC_TW_FISCAL);
    if (!bare_unit_read(s, unit, ret, ret_end))
        return false;
    ret->fiscal = unit > i;
    return true;
}

/* ------------------------------------------------------------------ last, this, next */

typedef struct {
    int relation;
    rc_point_base base;
    bool the; /* "the last" */
} relation;

static bool relation_read(const rc_time_scan *s, uint32_t at, relation *ret, uint32_t *ret_end)
{
    int n;
    relation r = {.the = after_the(s, at)};
    if (rc_scan_value(s, at, RC_TW_RELATION, &n))
        r.base = RC_BASE_DOCUMENT;
    else if (rc_scan_value(s, at, RC_TW_RELATION_NAMED, &n))
        r.base = RC_BASE_NAMED;
    else
        return false;
    r.relation = n;
    uint32_t i = at + 1;
    /* "this past March", "that same day", "this coming Friday" */
    if (n == 0 && rc_scan_value(s, i, RC_TW_RELATION, &n)) {
        r.relation = n;
        i++;
    } else if (n == 0 && rc_scan_value(s, i, RC_TW_RELATION_NAMED, &n)) {
        r.relation = n;
        r.base = RC_BASE_NAMED;
        i++;
    }
    if (r.the && r.relation > 0 && r.base == RC_BASE_DOCUMENT)
        r.base = RC_BASE_EITHER;
    *ret = r;
    *ret_end = i;
    return true;
}

static void set_relation(rc_point *p, const relation *r)
{
    p->relation = (int16_t)r->relation;
    p->related = r->base;
}

/* "last week Friday", "next week - Monday": `*at` stands behind the week. */
static void take_weekday(const rc_time_scan *s, uint32_t *at, rc_point *p)
{
    int weekday;
    uint32_t i = skip_loose_hyphen(s, *at);
    i = rc_skip(s, i, RC_TW_ON);
    if (p->unit != RC_TU_WEEK || !rc_scan_value(s, i, RC_TW_WEEKDAY, &weekday))
        return;
    const rc_point *week = rc_point_keep(s, p);
    rc_point_init(p, RC_POINT_CIVIL);
    p->weekday = (int16_t)weekday;
    p->base = week;
    *at = i + 1;
}

/* "last year", "the same day", "the past decade", "next fiscal year", "last night". */
static bool related_unit(const rc_time_scan *s, uint32_t at, const relation *r, rc_point *ret,
                         uint32_t *ret_end)
{
    int unit;
    rc_point p;
    uint32_t i = at;
    bool fiscal = rc_scan_is(s, i, RC_TW_FISCAL);
    int whole;
    if (rc_scan_value(s, i, RC_TW_FILLER, &whole) && whole && r->relation)
        return false; /* "the last full year" */
    i += fiscal || rc_scan_is(s, i, RC_TW_FILLER);
    if (!rc_scan_value(s, i, RC_TW_UNIT, &unit) || plural(s, i) ||
        (rc_scan_sign(s, i + 1, '-') && !rc_scan_spaced(s, i + 1)))
        return false;
    rc_point_init(&p, RC_POINT_PERIOD);
    p.unit = (int16_t)unit;
    p.fiscal = fiscal;
    set_relation(&p, r);
    if (unit == RC_TU_NIGHT) {
        if (r->base == RC_BASE_DOCUMENT && r->relation <= 0) {
            p.form = RC_POINT_DAY;
            p.number = r->relation;
        }
        p.unit = RC_TU_DAY;
    } else if (rc_time_units[unit].grain < RC_GRAIN_DAY || unit == RC_TU_HALF ||
               unit == RC_TU_SEASON || unit == RC_TU_SEMESTER || unit == RC_TU_MILLENNIUM ||
               unit == RC_TU_WORKDAY) {
        return false;
    }
    if (is_of(s, i + 1) && r->base != RC_BASE_NAMED)
        return false;
    if (r->the && r->relation > 0 && rc_time_units[unit].grain >= RC_GRAIN_DECADE)
        p.running = true;
    else
        p.running = r->the && r->relation < 0 && r->base == RC_BASE_DOCUMENT &&
                    unit != RC_TU_QUARTER && unit != RC_TU_DAY;
    i++;
    if (i == at + 2 && !fiscal && unit == RC_TU_WEEK && r->relation == 0)
        p.number = 5; /* "this working week": Monday to Friday */
    take_weekday(s, &i, &p);
    *ret = p;
    *ret_end = i;
    return true;
}

/* How large the period is that a point names. */
static rc_grain point_grain(const rc_point *p)
{
    switch (p->form) {
    case RC_POINT_CIVIL:
        return p->day || p->weekday ? RC_GRAIN_DAY : p->month ? RC_GRAIN_MONTH : RC_GRAIN_YEAR;
    case RC_POINT_QUARTER:
        return RC_GRAIN_QUARTER;
    case RC_POINT_HALF:
        return RC_GRAIN_HALF;
    case RC_POINT_SEASON:
        return RC_GRAIN_SEASON;
    case RC_POINT_DECADE:
        return RC_GRAIN_DECADE;
    case RC_POINT_CENTURY:
        return RC_GRAIN_CENTURY;
    case RC_POINT_PERIOD:
        return rc_time_units[p->unit].grain;
    case RC_POINT_WEEK:
        return RC_GRAIN_WEEK;
    case RC_POINT_SHIFT:
    case RC_POINT_TRAIL:
    case RC_POINT_NTH:
    case RC_POINT_DAY:
    case RC_POINT_HOLIDAY:
    case RC_POINT_CLOCK:
        break;
    }
    return RC_GRAIN_DAY;
}

static bool is_part_of(rc_time_unit unit, bool weekday, const rc_point *base)
{
    rc_grain grain = weekday ? RC_GRAIN_DAY : rc_time_units[unit].grain;
    return grain >= RC_GRAIN_DAY && grain < point_grain(base);
}

/* "the past three weeks", "next 2 days", "the last few months" */
static bool related_length(const rc_time_scan *s, uint32_t at, const relation *r, rc_point *ret,
                           uint32_t *ret_end)
{
    rc_length l;
    uint32_t end;
    if (r->relation == 0 || !rc_length_read(s, at, &l, &end) || l.article || l.hyphen)
        return false;
    rc_point p, base;
    rc_point_init(&p, RC_POINT_TRAIL);
    set_relation(&p, r);
    p.length = l.length;
    p.unit = (int16_t)l.unit;
    p.approximate = l.vague;
    *ret = p;
    *ret_end = end;
    /* "the last two weeks of February" */
    if (r->relation < 0 && rc_scan_is(s, end, RC_TW_OF) && l.whole > 0 &&
        rc_container_read(s, end, &base, ret_end) && is_part_of(l.unit, false, &base)) {
        p.form = RC_POINT_NTH;
        p.number = -1;
        p.count = (int16_t)(l.whole < 1000 ? l.whole : 1000);
        p.base = rc_point_keep(s, &base);
        *ret = p;
    } else if (is_of(s, end)) {
        return false;
    }
    return true;
}

/* "last Monday of March", "the last week of December" */
static bool last_of(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int weekday = 0, unit = RC_TU_DAY;
    rc_point p, base;
    if (!rc_weekday_at(s, at, &weekday) && !rc_scan_value(s, at, RC_TW_UNIT, &unit))
        return false;
    if (!rc_scan_is(s, at + 1, RC_TW_OF) || !rc_container_read(s, at + 1, &base, ret_end) ||
        !is_part_of((rc_time_unit)unit, weekday != 0, &base))
        return false;
    if (plural(s, at) && base.part == RC_PART_NONE) { /* "the last days of August" */
        *ret = base;
        ret->part = RC_PART_LATE;
        return true;
    }
    rc_point_init(&p, RC_POINT_NTH);
    p.number = -1;
    p.weekday = (int16_t)weekday;
    p.unit = (int16_t)unit;
    p.base = rc_point_keep(s, &base);
    *ret = p;
    return true;
}

/* "last Tuesday", "next March", "this spring", "last Christmas", "this morning" */
static bool related_name(const rc_time_scan *s, uint32_t at, const relation *r, rc_point *ret,
                         uint32_t *ret_end)
{
    int n, kind;
    uint32_t name, length;
    rc_point p;
    if (rc_month_at(s, at, &n, &kind) || rc_weekday_at(s, at, &n) ||
        (s->text->tokens[at].kind == RC_TOKEN_NUMBER && r->base == RC_BASE_DOCUMENT)) {
        if (!rc_civil_read(s, at, &p, ret_end) || p.year != RC_POINT_NO_YEAR)
            return false;
        if (p.month && rc_month_at(s, at, &n, &kind) && kind == RC_TW_MONTH_WORD &&
            !(s->text->tokens[at].flags & RC_TOKEN_CAPITAL))
            return false;
    } else if (rc_season_at(s, at, &n) &&
               !(r->base == RC_BASE_NAMED && r->relation == 0 && /* "things that fall outside" */
                 rc_scan_is(s, at, RC_TW_SEASON_WORD))) {
        rc_point_init(&p, RC_POINT_SEASON);
        p.number = n;
        *ret_end = at + 1;
    } else if (rc_scan_is(s, at, RC_TW_DAY_PART)) {
        rc_point_init(&p, r->base == RC_BASE_DOCUMENT ? RC_POINT_DAY : RC_POINT_PERIOD);
        p.number = r->relation;
        p.unit = RC_TU_DAY;
        *ret_end = at + 1;
    } else if (rc_scan_is(s, at, RC_TW_HOLIDAY) &&
               rc_phrases_match(&s->words->holiday_names, s->text, at, s->end, &name, &length) ==
                   RC_OK) {
        rc_point_init(&p, RC_POINT_HOLIDAY);
        p.number = (int32_t)name;
        *ret_end = at + length;
    } else {
        return false;
    }
    /* "following October 7": there it is a preposition. */
    if (r->base == RC_BASE_NAMED && r->relation > 0 && !r->the)
        return false;
    set_relation(&p, r);
    p.weak = false;
    *ret = p;
    return true;
}

static bool relation_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    relation r;
    uint32_t i;
    if (!relation_read(s, at, &r, &i) || i >= s->end)
        return false;
    if (r.relation < 0 && r.base == RC_BASE_DOCUMENT && last_of(s, i, ret, ret_end))
        return true;
    return related_unit(s, i, &r, ret, ret_end) || related_length(s, i, &r, ret, ret_end) ||
           related_name(s, i, &r, ret, ret_end);
}

/* ------------------------------------------------------------------ early, late, the end of */

static bool part_target(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    if (at >= s->end)
        return false;
    bool got = rc_scan_is(s, at, RC_TW_RELATION) || rc_scan_is(s, at, RC_TW_RELATION_NAMED)
                   ? relation_led(s, at, ret, ret_end)
                   : rc_civil_read(s, at, ret, ret_end) || rc_period_read(s, at, ret, ret_end);
    if (!got)
        return false;
    ret->weak = ret->form == RC_POINT_CIVIL && !ret->month && !ret->weekday && ret->weak &&
                ret->year == RC_POINT_NO_YEAR;
    return true;
}

/* "early March", "mid-1990s", "late in 1985", "early to mid-2000s", "late last year". */
static bool part_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int part, other;
    rc_point p;
    if (!rc_scan_value(s, at, RC_TW_PART, &part))
        return false;
    uint32_t i = skip_loose_hyphen(s, at + 1);
    bool joined =
        rc_scan_is(s, i, RC_TW_RANGE) || rc_scan_is(s, i, RC_TW_AND) || rc_scan_is(s, i, RC_TW_OR);
    uint32_t next = skip_loose_hyphen(s, i + joined);
    bool two = rc_scan_value(s, next, RC_TW_PART, &other);
    if (two)
        i = skip_loose_hyphen(s, next + 1);
    if (rc_scan_is(s, i, RC_TW_OF) || rc_scan_is(s, i, RC_TW_ON))
        i++;
    i = rc_skip(s, i, RC_TW_DEFINITE);
    if (!part_target(s, i, &p, ret_end) &&
        !(i > at + 1 && !two && rc_scan_is(s, i - 1, RC_TW_DEFINITE) &&
          bare_unit_read(s, i, &p, ret_end)))
        return false;
    if (!two && !p.weekday && !(p.form == RC_POINT_CIVIL && p.day))
        p.part = part == 1 ? RC_PART_EARLY : part == 2 ? RC_PART_MID : RC_PART_LATE;
    *ret = p;
    return true;
}

/* "the end of May", "start of next year", "end of month", "the middle of the 19th century". */
static bool part_noun_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int part;
    rc_point p;
    if (!rc_scan_value(s, at, RC_TW_PART_NOUN, &part) &&
        !(rc_scan_is(s, at, RC_TW_PART_REST) && ((void)(part = 0), true)))
        return false;
    uint32_t i = at + 1;
    if (!is_of(s, i)) {
        /* "rest this week", "end this year" */
        if (part != 0 || !relation_led(s, i, &p, ret_end))
            return false;
    } else {
        uint32_t owner = rc_skip(s, i + 1, RC_TW_OWNER);
        if (owner > i + 1 ? !bare_unit_read(s, owner, &p, ret_end)
                          : !rc_container_read(s, i, &p, ret_end))
            return false;
    }
    if (p.form == RC_POINT_PERIOD && p.unit == RC_TU_DAY)
        return false;
    p.weak = false;
    p.part = part == 0   ? RC_PART_REST
             : part == 1 ? RC_PART_EARLY
             : part == 2 ? RC_PART_MID
                         : RC_PART_LATE;
    *ret = p;
    return true;
}

/* "the latter part of the year", "the latter half of 2024", "the closing weeks of"... */
static bool part_which_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int which, ordinal;
    uint32_t i = at + 1;
    bool half_word = rc_scan_value(s, at, RC_TW_PART_WHICH, &which);
    if (rc_ordinal_read(s, at, &ordinal, &i) && ordinal <= 2) {
        which = ordinal == 1 ? 1 : 3;
        half_word = true;
    }
    bool half = unit_at(s, i, RC_TU_HALF);
    if (!half_word || (!half && !rc_scan_is(s, i, RC_TW_PART_WORD)))
        return false;
    if (!rc_scan_is(s, i + 1, RC_TW_OF) || !rc_container_read(s, i + 1, ret, ret_end))
        return false;
    if (half)
        ret->part = which == 1 ? RC_PART_FIRST_HALF : RC_PART_SECOND_HALF;
    else
        ret->part = which == 1 ? RC_PART_EARLY : RC_PART_LATE;
    ret->weak = false;
    return true;
}

/* "later this year", "earlier that month", "later in 2025" */
static bool comparative_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n;
    if (!rc_scan_value(s, at, RC_TW_COMPARATIVE, &n))
        return false;
    uint32_t i = at + 1;
    if (is_of(s, i))
        return false;
    i = rc_skip(s, i, RC_TW_ON);
    if (i >= s->end || !(relation_led(s, i, ret, ret_end) ||
                         (rc_scan_is(s, i, RC_TW_OF) && rc_container_read(s, i, ret, ret_end))))
        return false;
    ret->weak = false;
    if (ret->form == RC_POINT_PERIOD && ret->unit == RC_TU_DAY)
        return true;
    if (!ret->weekday && !ret->day)
        ret->part = n < 0 ? RC_PART_BEFORE : RC_PART_AFTER;
    return true;
}

/* ------------------------------------------------------------------ the nth of */

static bool nth_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n, weekday = 0, unit = RC_TU_DAY, count = 1, digits;
    bool several = false; /* "the first months of next year" */
    rc_point base, p;
    uint32_t i, end;
    bool ordinal = rc_ordinal_read(s, at, &n, &i);
    if (!ordinal) {
        if (!rc_scan_number(s, at, &n, &digits) || digits > 2 || !is_of(s, at + 1))
            return false;
        i = at + 1;
    }
    if (ordinal && !is_of(s, i)) {
        if (n == 1 && (rc_cardinal_read(s, i, &count, &end) ||
                       (rc_scan_number(s, i, &count, &digits) && ((void)(end = i + 1), true))))
            i = end;
        if (!rc_weekday_at(s, i, &weekday) && !rc_scan_value(s, i, RC_TW_UNIT, &unit))
            return false;
        several = plural(s, i) && count == 1;
        i++;
    }
    if (!rc_container_read(s, i, &base, &end) || count < 1 || count > 1000)
        return false;
    if (base.form == RC_POINT_CIVIL && base.month && is_of(s, i) && !weekday && i <= at + 2 &&
        !rc_scan_is(s, i - 1, RC_TW_UNIT))
        return false; /* "12th of July" is a date of its own */
    if (!is_part_of((rc_time_unit)unit, weekday != 0, &base) || unit == RC_TU_HALF ||
        (i == at + 1 && !ordinal && base.form != RC_POINT_PERIOD))
        return false;
    if (several) {
        if (n != 1 || base.part != RC_PART_NONE)
            return false;
        *ret = base;
        ret->part = RC_PART_EARLY;
        *ret_end = end;
        return true;
    }
    rc_point_init(&p, RC_POINT_NTH);
    p.number = n;
    p.count = (int16_t)count;
    p.weekday = (int16_t)weekday;
    p.unit = (int16_t)unit;
    p.base = rc_point_keep(s, &base);
    *ret = p;
    *ret_end = end;
    return true;
}

/* ------------------------------------------------------------------ before, after, ago */

/* "Christmas 2024", "Thanksgiving" */
static bool holiday_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    uint32_t name, length, end;
    int32_t year;
    bool sure;
    if (!rc_scan_is(s, at, RC_TW_HOLIDAY) ||
        rc_phrases_match(&s->words->holiday_names, s->text, at, s->end, &name, &length) != RC_OK)
        return false;
    rc_point_init(ret, RC_POINT_HOLIDAY);
    ret->number = (int32_t)name;
    uint32_t i = at + length;
    ret->weak = length == 1;
    *ret_end = i;
    i = rc_skip_sign(s, i, ',');
    i = rc_skip(s, i, RC_TW_OF);
    if (rc_year_read(s, i, &year, &sure, &end)) {
        ret->year = year;
        ret->weak = false;
        *ret_end = end;
    }
    return true;
}

/* What a length is counted from: "from today", "after January 12th", "before that", "since 2011".
 */
static bool shift_base(const rc_time_scan *s, uint32_t at, rc_point *p, uint32_t *ret_end)
{
    int n;
    rc_point base;
    uint32_t i = at;
    if (rc_scan_is(s, i, RC_TW_NOW)) {
        p->related = RC_BASE_DOCUMENT;
        *ret_end = i + 1;
        return true;
    }
    i = rc_skip(s, i, RC_TW_DEFINITE);
    if (rc_scan_value(s, i, RC_TW_DAY_SHIFT, &n)) {
        rc_point_init(&base, RC_POINT_DAY);
        base.number = n;
        *ret_end = i + 1;
    } else if (i >= s->end ||
               !(rc_civil_read(s, i, &base, ret_end) || rc_period_read(s, i, &base, ret_end) ||
                 holiday_led(s, i, &base, ret_end))) {
        return false;
    }
    bool year = base.form == RC_POINT_CIVIL && !base.day && !base.weekday;
    if (base.form != RC_POINT_DAY && base.form != RC_POINT_CIVIL && base.form != RC_POINT_HOLIDAY)
        return false;
    if (year && (p->unit == RC_TU_DAY && p->number == 1))
        return false;
    p->base = rc_point_keep(s, &base);
    return true;
}

/* "the day before": nothing follows that it could be before. */
static bool nothing_follows(const rc_time_scan *s, uint32_t at)
{
    if (at >= s->end)
        return true;
    const rc_token *k = &s->text->tokens[at];
    return (k->kind == RC_TOKEN_PUNCT && k->first != '(' && k->first != '-' && k->first != '"') ||
           rc_scan_is(s, at, RC_TW_AND);
}

/* Behind a length: ago, later, before X. */
static bool shift_behind(const rc_time_scan *s, uint32_t at, rc_point *p, uint32_t *ret_end)
{
    int n;
    if (rc_scan_value(s, at, RC_TW_FROM_NOW, &n)) {
        rc_point today;
        p->related = RC_BASE_DOCUMENT;
        p->sign = (int16_t)n;
        *ret_end = at + 1;
        int shift;
        if (rc_scan_value(s, at + 1, RC_TW_DAY_SHIFT, &shift) && shift == 0) {
            rc_point_init(&today, RC_POINT_DAY); /* "ten years ago today": to the day */
            p->base = rc_point_keep(s, &today);
            ++*ret_end;
        }
        return true;
    }
    if (rc_scan_value(s, at, RC_TW_DIRECTION, &n)) {
        p->sign = (int16_t)n;
        p->since = rc_scan_is(s, at, RC_TW_PREPOSITION); /* "since 1998", not "after 1998" */
        uint32_t to = at + 1 < s->end && rc_scan_is(s, at + 1, RC_TW_RANGE) ? at + 2 : at + 1;
        uint32_t joined;
        if (shift_base(s, to, p, ret_end))
            return !(rc_scan_is(s, at, RC_TW_FROM) && /* "64 days from May 1 to July 3" */
                     ((void)(joined = *ret_end), rc_scan_is(s, joined, RC_TW_RANGE)));
    }
    if (rc_scan_value(s, at, RC_TW_COMPARATIVE, &n) ||
        (rc_scan_value(s, at, RC_TW_DIRECTION, &n) && !rc_scan_is(s, at, RC_TW_FROM) &&
         nothing_follows(s, at + 1))) {
        p->related = RC_BASE_NAMED;
        p->sign = (int16_t)n;
        *ret_end = at + 1;
        return true;
    }
    return false;
}

/* "two weeks ago", "three days later", "a week after May 3", "2 Thursdays ago" */
/* "5 upcoming years", "the 2 past months" */
static bool number_relation(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n, digits, away, unit;
    uint32_t i;
    if (rc_scan_number(s, at, &n, &digits))
        i = at + 1;
    else if (!rc_cardinal_read(s, at, &n, &i))
        return false;
    bool named = rc_scan_value(s, i, RC_TW_RELATION_NAMED, &away);
    if ((!named && !rc_scan_value(s, i, RC_TW_RELATION, &away)) || away == 0 ||
        !rc_scan_value(s, i + 1, RC_TW_UNIT, &unit) || n < 1 || n > 1000 ||
        rc_time_units[unit].grain < RC_GRAIN_DAY)
        return false;
    rc_point_init(ret, RC_POINT_TRAIL);
    ret->related = named ? RC_BASE_NAMED : RC_BASE_DOCUMENT;
    ret->relation = (int16_t)away;
    one_unit(ret, (rc_time_unit)unit);
    ret->length.amount[rc_time_units[unit].span] =
        rc_decimal_from((int64_t)n * rc_time_units[unit].count);
    *ret_end = i + 2;
    return true;
}

static bool length_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    rc_length l;
    rc_point p;
    int n, digits, weekday;
    uint32_t i;
    rc_point_init(&p, RC_POINT_SHIFT);
    if (rc_length_read(s, at, &l, &i)) {
        p.length = l.length;
        p.unit = (int16_t)l.unit;
        p.number = l.whole;
        p.approximate = l.approximate;
    } else if ((rc_scan_number(s, at, &n, &digits) && ((void)(i = at + 1), digits <= 2)) ||
               rc_cardinal_read(s, at, &n, &i)) {
        if (n < 1 || n > 60 || !rc_scan_value(s, i, RC_TW_WEEKDAY_PLURAL, &weekday))
            return false;
        one_unit(&p, RC_TU_WEEK);
        p.number = n;
        p.weekday = (int16_t)weekday;
        i++;
    } else {
        return false;
    }
    if (!shift_behind(s, i, &p, ret_end))
        return false;
    if (p.weekday && p.related != RC_BASE_DOCUMENT)
        return false;
    *ret = p;
    return true;
}

/* ------------------------------------------------------------------ what begins with a unit */

/* "the week after next", "the year before last": `at` is the unit, weekday or month. */
static bool after_next(const rc_time_scan *s, uint32_t at, int *ret, uint32_t *ret_end)
{
    int direction, n;
    if (!rc_scan_value(s, at + 1, RC_TW_DIRECTION, &direction))
        return false;
    uint32_t i = rc_skip(s, at + 2, RC_TW_DEFINITE);
    if (!rc_scan_value(s, i, RC_TW_RELATION, &n) || n != direction ||
        rc_scan_is(s, i + 1, RC_TW_UNIT) || rc_scan_is(s, i + 1, RC_TW_WEEKDAY))
        return false;
    *ret = 2 * direction;
    *ret_end = i + 1;
    return true;
}

/* "month's end", "year-end", "year end" */
static bool unit_end(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int part;
    uint32_t i = at + 1;
    if (rc_scan_sign(s, i, '-') || (i < s->end && s->text->tokens[i].first == '\''))
        i++;
    if (!rc_scan_value(s, i, RC_TW_PART_NOUN, &part) || part != 3 ||
        !bare_unit_read(s, at, ret, ret_end) || ret->unit == RC_TU_WEEK || ret->unit == RC_TU_DAY)
        return false;
    ret->part = RC_PART_LATE;
    *ret_end = i + 1;
    return true;
}

/* Of "year to date", "year-to-date" what follows the unit. */
static bool to_date(const rc_time_scan *s, uint32_t at, uint32_t *ret_end)
{
    uint32_t i = skip_loose_hyphen(s, at);
    if (!rc_scan_is(s, i, RC_TW_RANGE))
        return false;
    i = skip_loose_hyphen(s, i + 1);
    *ret_end = i + 1;
    return rc_scan_is(s, i, RC_TW_DATE_WORD);
}

/* "over the weekend", "at the weekend": the nearest that fits the tense. */
static bool at_the_weekend(const rc_time_scan *s, uint32_t at)
{
    if (at < s->first + 2)
        return false;
    uint32_t before = at - 2, next = at + 1;
    bool led = rc_scan_is(s, before, RC_TW_PREPOSITION) ||
               rc_scan_is(s, before, RC_TW_PREPOSITION_WEAK) || rc_scan_is(s, before, RC_TW_ON) ||
               rc_scan_is(s, before, RC_TW_AT);
    return led && !(next < s->end && (s->text->tokens[next].pos == RC_POS_NOUN ||
                                      rc_scan_is(s, next, RC_TW_OF) || rc_scan_dash(s, next)));
}

static bool unit_led(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int unit, n;
    rc_point p, base;
    if (!rc_scan_value(s, at, RC_TW_UNIT, &unit) || rc_time_units[unit].grain < RC_GRAIN_DAY ||
        unit == RC_TU_HALF || plural(s, at))
        return false;
    bool the = after_the(s, at);
    rc_point_init(&p, RC_POINT_PERIOD);
    p.unit = (int16_t)unit;
    if (after_next(s, at, &n, ret_end)) {
        p.related = RC_BASE_DOCUMENT;
        p.relation = (int16_t)n;
    } else if (unit_end(s, at, &p, ret_end)) {
        p.weak = !the;
    } else if (to_date(s, at + 1, ret_end)) {
        p.related = RC_BASE_DOCUMENT;
        p.part = RC_PART_BEFORE;
    } else if (the && (unit == RC_TU_WEEK || unit == RC_TU_WEEKEND) && is_of(s, at + 1) &&
               at + 2 < s->end &&
               rc_civil_read(s, rc_skip(s, at + 2, RC_TW_DEFINITE), &base, ret_end) && base.day) {
        p.base = rc_point_keep(s, &base);
    } else if (the && rc_scan_value(s, at + 1, RC_TW_DIRECTION, &n)) {
        rc_point_init(&p, RC_POINT_SHIFT);
        one_unit(&p, (rc_time_unit)unit);
        if (!shift_behind(s, at + 1, &p, ret_end))
            return false;
    } else if (the && unit == RC_TU_WEEKEND && at_the_weekend(s, at)) {
        p.related = RC_BASE_DOCUMENT;
        *ret_end = at + 1;
    } else {
        return false;
    }
    *ret = p;
    return true;
}

/* "Friday after next", "March after next" */
static bool name_after_next(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n, kind, away;
    if (!after_next(s, at, &away, ret_end) || away < 0)
        return false;
    bool weekday = rc_scan_value(s, at, RC_TW_WEEKDAY, &n);
    if (!weekday && !rc_month_at(s, at, &n, &kind))
        return false;
    rc_point_init(ret, RC_POINT_CIVIL);
    ret->weekday = (int16_t)(weekday ? n : 0);
    ret->month = (int16_t)(weekday ? 0 : n);
    ret->related = RC_BASE_DOCUMENT;
    ret->relation = (int16_t)away;
    return true;
}

static bool any_relative(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    return name_after_next(s, at, ret, ret_end) || number_relation(s, at, ret, ret_end) ||
           relation_led(s, at, ret, ret_end) || part_led(s, at, ret, ret_end) ||
           part_which_led(s, at, ret, ret_end) || part_noun_led(s, at, ret, ret_end) ||
           comparative_led(s, at, ret, ret_end) || nth_led(s, at, ret, ret_end) ||
           unit_led(s, at, ret, ret_end) || length_led(s, at, ret, ret_end) ||
           holiday_led(s, at, ret, ret_end);
}

bool rc_relative_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int n;
    if (rc_scan_value(s, at, RC_TW_DAY_SHIFT, &n)) {
        rc_point_init(ret, RC_POINT_DAY);
        ret->number = n;
        *ret_end = at + 1;
        return true;
    }
    /* "the last day of the last week of the last month of ...": each level may try more than one
     * reading of the rest, so their number is bounded. */
    if (*s->depth >= RC_TIME_DEPTH_MAX)
        return false;
    ++*s->depth;
    bool got = any_relative(s, at, ret, ret_end);
    --*s->depth;
    return got;
}
