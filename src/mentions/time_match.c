/* Dates by the patterns of a language. */
#include "mentions/time_forms.h"

enum { NUMBER_TOKENS_MAX = 12, READS = 16, DATES_DEEP = 1 };

/* ---------------------------------------------------------------- reading a rc_form */

/* Numbers and inner dates that were read last, by token: many forms ask for the same. */
typedef struct rc_form_reads {
    struct {
        uint32_t token; /* + 1; 0: empty */
        rc_status status;
        rc_number number;
    } numbers[READS];
    struct {
        uint32_t token, end; /* end 0: no date */
        rc_point point;
    } dates[READS];
} rc_form_reads;

typedef struct {
    const rc_time_scan *s;
    const rc_time_forms *x;
    const rc_form *f;
    int day, day2, month, month2, weekday, season, unit, decade, hour, minute, whole;
    int32_t year, year2;
    int unit2;
    rc_decimal number, number2;
    uint32_t date, date2;             /* tokens that inner dates begin at, + 1; 0: none */
    uint32_t inner_first, inner_last; /* the span, without what stands outside */
    uint32_t date_end, date2_first;
    bool found_inner;
} match;

static bool read_form(const rc_time_scan *s, uint32_t at, rc_found *ret, uint32_t *ret_end);

static void keep_date(rc_form_reads *r, uint32_t at, const rc_found *f, uint32_t end)
{
    bool point = f && f->what == RC_FOUND_POINT && f->first == at && !f->a.weak;
    r->dates[at % READS].token = at + 1;
    r->dates[at % READS].end = point ? end : 0;
    if (point)
        r->dates[at % READS].point = f->a;
}

/* The number that begins at a token. */
static bool number_at(const rc_time_scan *s, uint32_t at, rc_number *ret)
{
    uint32_t end = at + NUMBER_TOKENS_MAX < s->end ? at + NUMBER_TOKENS_MAX : s->end;
    rc_form_reads *r = s->reads;
    if (at >= end || !rc_number_starts(s->timer->numbers, s->text, &s->text->tokens[at]))
        return false;
    if (r->numbers[at % READS].token != at + 1) {
        r->numbers[at % READS].token = at + 1;
        r->numbers[at % READS].status =
            rc_number_read(s->timer->numbers, s->text, at, end, &r->numbers[at % READS].number);
    }
    *ret = r->numbers[at % READS].number;
    return r->numbers[at % READS].status == RC_OK && !ret->code && !ret->ordinal &&
           !ret->multiple && ret->value.digits >= 0;
}

static int scaled(rc_decimal d)
{
    int value = (int)d.digits;
    for (int32_t i = 0; i < d.exponent; i++)
        value *= 10;
    return value;
}

/* A whole number in figures or words. */
static bool whole_read(const match *m, uint32_t at, int *ret, int *ret_digits, uint32_t *ret_end)
{
    const rc_time_scan *s = m->s;
    rc_number n;
    if (rc_scan_number(s, at, ret, ret_digits)) {
        *ret_end = at + 1;
        return true;
    }
    if (at >= s->end || s->text->tokens[at].kind != RC_TOKEN_WORD || !number_at(s, at, &n) ||
        n.fraction || n.value.digits > 9999 || n.value.exponent < 0 || n.value.exponent > 3)
        return false;
    *ret = scaled(n.value);
    *ret_digits = 0;
    *ret_end = n.last;
    return true;
}

static bool small_read(const match *m, uint32_t at, int most, int *ret, uint32_t *ret_end)
{
    int n, digits;
    uint32_t end;
    if (!whole_read(m, at, &n, &digits, &end) || n < (most == 31 || most == 12) || n > most ||
        digits > 2)
        return false;
    *ret = n;
    *ret_end = end;
    return true;
}

static bool value_read(const match *m, uint32_t at, rc_decimal *ret, uint32_t *ret_end)
{
    rc_number n;
    if (!number_at(m->s, at, &n))
        return false;
    *ret = n.value;
    *ret_end = n.last;
    return true;
}

static bool number_read(match *m, uint32_t at, uint32_t *ret_end)
{
    if (!value_read(m, at, &m->number, ret_end))
        return false;
    rc_decimal n = m->number;
    bool fits =
        n.exponent == 0 ? n.digits < 100000 : n.exponent > 0 && n.exponent < 4 && n.digits < 100;
    m->whole = fits ? scaled(n) : 0;
    return true;
}

/* Whether what stands behind four figures cannot be counted by them. */
static bool nothing_counted(const match *m, uint32_t at)
{
    const rc_time_scan *s = m->s;
    if (at >= s->end)
        return true;
    const rc_token *k = &s->text->tokens[at];
    if (k->kind == RC_TOKEN_PUNCT)
        return k->first != '%' && !rc_scan_dash(s, at) && k->first != '/';
    if (k->kind != RC_TOKEN_WORD || !(k->flags & RC_TOKEN_SPACE_BEFORE))
        return false;
    const rc_timer *x = s->timer;
    bool small = !(k->flags & RC_TOKEN_CAPITAL);
    return (small && rc_languages_capital_nouns(x->languages, x->language)) ||
           rc_languages_has(x->languages, x->language, k->word);
}

static bool year_read(match *m, uint32_t at, bool lone, int32_t *ret, uint32_t *ret_end)
{
    int n, digits;
    uint32_t end;
    if (!whole_read(m, at, &n, &digits, &end) || n < 1000 || n > 2999 ||
        (digits != 4 && digits != 0))
        return false;
    if (lone && (digits != 4 || n < 1800 || n > 2100 || !nothing_counted(m, end)))
        return false;
    *ret = n;
    *ret_end = end;
    return true;
}

static bool phrase_read(const match *m, const rc_phrases *p, uint32_t at, int *ret,
                        uint32_t *ret_end)
{
    uint32_t value, length;
    if (at >= m->s->end || m->s->text->tokens[at].kind != RC_TOKEN_WORD ||
        rc_phrases_match(p, m->s->text, at, m->s->end, &value, &length) != RC_OK)
        return false;
    *ret = (int)value;
    *ret_end = at + length;
    return true;
}

/* A name, or its abbreviation with a full stop or without. */
static bool name_read(const match *m, const rc_phrases *full, const rc_phrases *brief, uint32_t at,
                      int *ret, uint32_t *ret_end)
{
    if (phrase_read(m, full, at, ret, ret_end))
        return true;
    if (!brief || !phrase_read(m, brief, at, ret, ret_end))
        return false;
    if (rc_scan_sign(m->s, *ret_end, '.') && !rc_scan_spaced(m->s, *ret_end))
        ++*ret_end;
    return true;
}

static bool roman_read(const match *m, uint32_t at, int *ret, uint32_t *ret_end)
{
    if (at >= m->s->end || !(m->s->text->tokens[at].flags & RC_TOKEN_CAPITAL))
        return false;
    rc_str s = rc_token_text(m->s->text, at);
    int total = 0, before = 0;
    size_t end = s.len;
    while (end > 0 && s.len - end < 4 && !(s.ptr[end - 1] >= 'A' && s.ptr[end - 1] <= 'Z'))
        end--; /* "XIXe", "XIXème" */
    for (size_t i = end; i > 0; i--) {
        char c = s.ptr[i - 1];
        int v = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
        if (v == 0)
            return false;
        total += v < before ? -v : v;
        before = v > before ? v : before;
    }
    *ret = total;
    *ret_end = at + 1;
    return end > 0 && end <= 6 && total > 0 && total <= 30;
}

static uint32_t inner_date(const rc_time_scan *s, uint32_t at)
{
    rc_form_reads *r = s->reads;
    if (r->dates[at % READS].token != at + 1) {
        rc_found f;
        uint32_t end = 0;
        if (*s->depth >= DATES_DEEP)
            return 0;
        ++*s->depth;
        bool found = read_form(s, at, &f, &end);
        --*s->depth;
        keep_date(r, at, found ? &f : NULL, end);
    }
    return r->dates[at % READS].end;
}

static rc_point inner_point(const rc_time_scan *s, uint32_t token)
{
    inner_date(s, token - 1);
    return s->reads->dates[(token - 1) % READS].point;
}

static bool read_year_slot(match *m, rc_form_slot is, uint32_t at, uint32_t *ret_end)
{
    int n, digits;
    if (is != RC_SLOT_YEAR2)
        return year_read(m, at, is == RC_SLOT_LONE_YEAR, &m->year, ret_end);
    if (year_read(m, at, false, &m->year2, ret_end))
        return m->year2 > m->year;
    if (!rc_scan_number(m->s, at, &n, &digits) || digits != 2)
        return false;
    m->year2 = m->year / 100 * 100 + n;
    *ret_end = at + 1;
    return m->year2 > m->year;
}

/* "Mars", "Domingo": where nouns are small, a month or weekday alone with a capital is a name. */
static bool is_name(const match *m, uint32_t at)
{
    const rc_timer *x = m->s->timer;
    if (at >= m->s->end || rc_languages_capital_nouns(x->languages, x->language))
        return false;
    uint16_t flags = m->s->text->tokens[at].flags;
    return flags & RC_TOKEN_CAPITAL && !(flags & RC_TOKEN_SENTENCE_START) && at > m->s->first;
}

static bool read_name_slot(match *m, rc_form_slot is, uint32_t at, uint32_t *ret_end)
{
    const rc_time_forms *x = m->x;
    if ((is == RC_SLOT_FULL_MONTH || is == RC_SLOT_FULL_WEEKDAY) && is_name(m, at))
        return false;
    if (is == RC_SLOT_MONTH || is == RC_SLOT_FULL_MONTH)
        return name_read(m, &x->months, is == RC_SLOT_MONTH ? &x->brief_months : NULL, at,
                         &m->month, ret_end);
    if (is == RC_SLOT_WEEKDAY || is == RC_SLOT_FULL_WEEKDAY)
        return name_read(m, &x->weekdays, is == RC_SLOT_WEEKDAY ? &x->brief_weekdays : NULL, at,
                         &m->weekday, ret_end);
    if (is == RC_SLOT_SEASON)
        return phrase_read(m, &x->seasons, at, &m->season, ret_end);
    if (is == RC_SLOT_UNIT || is == RC_SLOT_UNIT2)
        return phrase_read(m, &x->units, at, is == RC_SLOT_UNIT ? &m->unit : &m->unit2, ret_end);
    return phrase_read(m, &x->ordinals, at, &m->whole, ret_end);
}

static bool read_small_slot(match *m, rc_form_slot is, uint32_t at, uint32_t *ret_end)
{
    int *to = is == RC_SLOT_DAY            ? &m->day
              : is == RC_SLOT_DAY2         ? &m->day2
              : is == RC_SLOT_MONTH_NUMBER ? &m->month
              : is == RC_SLOT_HOUR         ? &m->hour
              : is == RC_SLOT_MINUTE       ? &m->minute
                                           : &m->month2;
    int most = is == RC_SLOT_DAY || is == RC_SLOT_DAY2 ? 31 : is == RC_SLOT_HOUR ? 24 : 12;
    return small_read(m, at, is == RC_SLOT_MINUTE ? 59 : most, to, ret_end);
}

static bool read_date_slot(match *m, rc_form_slot is, uint32_t at, uint32_t *ret_end)
{
    uint32_t end = inner_date(m->s, at);
    if (end == 0)
        return false;
    *(is == RC_SLOT_DATE ? &m->date : &m->date2) = at + 1;
    *(is == RC_SLOT_DATE ? &m->date_end : &m->date2_first) = is == RC_SLOT_DATE ? end : at;
    *ret_end = end;
    return true;
}

static bool read_slot(match *m, rc_form_slot is, uint32_t at, uint32_t *ret_end)
{
    int digits;
    switch (is) {
    case RC_SLOT_DAY:
    case RC_SLOT_DAY2:
    case RC_SLOT_MONTH_NUMBER:
    case RC_SLOT_MONTH_NUMBER2:
    case RC_SLOT_HOUR:
    case RC_SLOT_MINUTE:
        return read_small_slot(m, is, at, ret_end);
    case RC_SLOT_YEAR:
    case RC_SLOT_YEAR2:
    case RC_SLOT_LONE_YEAR:
        return read_year_slot(m, is, at, ret_end);
    case RC_SLOT_MONTH:
    case RC_SLOT_FULL_MONTH:
    case RC_SLOT_WEEKDAY:
    case RC_SLOT_FULL_WEEKDAY:
    case RC_SLOT_SEASON:
    case RC_SLOT_UNIT:
    case RC_SLOT_UNIT2:
    case RC_SLOT_ORDINAL:
        return read_name_slot(m, is, at, ret_end);
    case RC_SLOT_NUMBER:
        return number_read(m, at, ret_end);
    case RC_SLOT_NUMBER2:
        return value_read(m, at, &m->number2, ret_end);
    case RC_SLOT_ROMAN:
        return roman_read(m, at, &m->whole, ret_end);
    case RC_SLOT_DECADE:
        return whole_read(m, at, &m->decade, &digits, ret_end) && m->decade % 10 == 0 &&
               (digits == 4 || m->decade < 100);
    case RC_SLOT_DATE:
    case RC_SLOT_DATE2:
        return read_date_slot(m, is, at, ret_end);
    case RC_SLOT_WORDS:
    case RC_SLOT_COUNT:
        break;
    }
    return false;
}

static bool read_element(match *m, const rc_form_element *e, uint32_t at, uint32_t *ret_end)
{
    if (at >= m->s->end)
        return false;
    if (e->is != RC_SLOT_WORDS)
        return read_slot(m, e->is, at, ret_end);
    for (uint32_t i = 0; i < e->count; i++) {
        if (m->x->words[e->first + i] == m->s->text->tokens[at].word) {
            *ret_end = at + 1;
            return true;
        }
    }
    return false;
}

static bool read_elements(match *m, size_t i, uint32_t at, uint32_t *ret_end);

/* The element `i` at token `at`, and those behind it. */
static bool read_from_element(match *m, size_t i, uint32_t at, uint32_t *ret_end)
{
    const rc_form_element *e = &m->f->elements[i];
    uint32_t end;
    if (!read_element(m, e, at, &end))
        return false;
    if (!e->outside) {
        m->inner_first = m->found_inner ? m->inner_first : at;
        m->inner_last = end;
        m->found_inner = true;
    }
    return read_elements(m, i + 1, end, ret_end);
}

/* The elements from `i` on, at token `at`; one that may be left out is tried first. */
static bool read_elements(match *m, size_t i, uint32_t at, uint32_t *ret_end)
{
    if (i == m->f->count) {
        *ret_end = at;
        return m->found_inner;
    }
    if (!m->f->elements[i].optional)
        return read_from_element(m, i, at, ret_end);
    match before = *m;
    if (read_from_element(m, i, at, ret_end))
        return true;
    *m = before;
    return read_elements(m, i + 1, at, ret_end);
}

/* ---------------------------------------------------------------- what a form means */

static bool exists(int32_t year, int month, int day)
{
    return day <= rc_month_days(year == RC_POINT_NO_YEAR ? 4 : year, month ? month : 1);
}

/* "March of last year": of a period that the row names. */
static const rc_point *base_of(const match *m)
{
    rc_point base;
    rc_point_init(&base, RC_POINT_PERIOD);
    base.related = m->f->related;
    base.relation = (int16_t)m->f->relation;
    base.unit = (int16_t)m->f->unit;
    return rc_point_keep(m->s, &base);
}

static bool make_date(const match *m, rc_found *r)
{
    rc_point_init(&r->a, RC_POINT_CIVIL);
    if (m->f->related != RC_BASE_NONE && m->f->unit >= 0)
        r->a.base = base_of(m);
    r->a.year = m->year;
    r->a.month = (int16_t)m->month;
    r->a.day = (int16_t)m->day;
    r->a.weekday = (int16_t)m->weekday;
    return exists(m->year, m->month, m->day);
}

static bool make_days(const match *m, rc_found *r)
{
    if (!make_date(m, r) || (m->month == (m->month2 ? m->month2 : m->month) && m->day2 <= m->day))
        return false;
    r->what = RC_FOUND_RANGE;
    r->b = r->a;
    r->b.day = (int16_t)m->day2;
    r->b.month = (int16_t)(m->month2 ? m->month2 : m->month);
    r->b.weekday = 0;
    return exists(m->year, r->b.month, m->day2);
}

/* A decade of two figures is of the century of most that is written: the twentieth. */
static bool make_decade(const match *m, rc_found *r)
{
    rc_point_init(&r->a, RC_POINT_DECADE);
    int century = m->whole ? (m->whole - 1) * 100 : 1900;
    r->a.year = m->decade < 100 ? century + m->decade : m->decade;
    return true;
}

static bool make_numbered(const match *m, rc_found *r, rc_point_form as, int most)
{
    rc_point_init(&r->a, as);
    r->a.number = m->f->number ? m->f->number : m->whole;
    r->a.year = m->year;
    return r->a.number >= 1 && r->a.number <= most;
}

static bool add_length(const match *m, rc_duration *d)
{
    int unit = m->f->unit >= 0 ? m->f->unit : m->unit;
    rc_decimal n = m->number, by = rc_decimal_from(rc_time_units[unit].count);
    if (n.digits == 0)
        n = rc_decimal_from(m->f->means == RC_MEANS_LENGTH ? m->f->number : m->f->amount);
    if (rc_decimal_mul(n, by, &d->amount[rc_time_units[unit].span]) != RC_OK)
        return false;
    if (m->number2.digits == 0)
        return true;
    int span = rc_time_units[m->unit2].span;
    return span > rc_time_units[unit].span &&
           rc_decimal_mul(m->number2, rc_decimal_from(rc_time_units[m->unit2].count),
                          &d->amount[span]) == RC_OK;
}

static bool make_length(const match *m, rc_found *r)
{
    rc_duration d = {0};
    if (!add_length(m, &d) || rc_time_duration(m->s->arena, &d, &r->length) != RC_OK)
        return false;
    r->what = RC_FOUND_LENGTH;
    return true;
}

static bool make_shift(const match *m, rc_found *r, rc_point_form as)
{
    const rc_form *f = m->f;
    int unit = f->unit >= 0 ? f->unit : m->unit;
    if (rc_time_units[unit].grain < RC_GRAIN_DAY && f->related == RC_BASE_DOCUMENT)
        return false; /* "in zwei Stunden": more often a length */
    rc_point_init(&r->a, as);
    r->a.sign = r->a.relation = (int16_t)(f->number < 0 ? -1 : 1);
    r->a.related = f->related;
    r->a.unit = (int16_t)unit;
    r->a.number = m->whole ? m->whole : f->amount;
    if (m->date) {
        rc_point base = inner_point(m->s, m->date);
        r->a.base = rc_point_keep(m->s, &base);
    }
    return add_length(m, &r->a.length);
}

static bool make_related(const match *m, rc_found *r, rc_point_form as)
{
    const rc_form *f = m->f;
    rc_point_init(&r->a, as);
    r->a.related = f->related;
    r->a.relation = (int16_t)f->relation;
    r->a.unit = (int16_t)(f->unit >= 0 ? f->unit : m->unit);
    r->a.weekday = (int16_t)m->weekday;
    r->a.month = (int16_t)m->month;
    return true;
}

/* "March to June 2024": what the first end leaves out it has from the last. */
static bool make_range(const match *m, rc_found *r)
{
    r->what = RC_FOUND_RANGE;
    r->a = inner_point(m->s, m->date);
    r->b = inner_point(m->s, m->date2);
    bool civil = r->a.form == RC_POINT_CIVIL && r->b.form == RC_POINT_CIVIL;
    if (civil && r->a.year == RC_POINT_NO_YEAR && r->b.year != RC_POINT_NO_YEAR && r->a.month)
        r->a.year = r->b.year - (r->a.month > r->b.month);
    return true;
}

static bool make_years(const match *m, rc_found *r)
{
    rc_point_init(&r->a, RC_POINT_CIVIL);
    r->what = RC_FOUND_RANGE;
    r->b = r->a;
    r->a.year = m->year;
    r->b.year = m->year2;
    return true;
}

static bool make_part(const match *m, rc_found *r)
{
    r->a = inner_point(m->s, m->date);
    if (r->a.part != RC_PART_NONE)
        return false;
    r->a.part = m->f->part;
    return true;
}

static bool make_clock(const match *m, rc_found *r)
{
    rc_point_init(&r->a, RC_POINT_CLOCK);
    int hour = m->hour < 12 ? m->hour + m->f->number : m->hour; /* 12 of the afternoon */
    r->a.minutes = (int16_t)(hour * 60 + m->minute);
    return m->hour < 24 || m->minute == 0;
}

static bool make_season(const match *m, rc_found *r)
{
    make_related(m, r, RC_POINT_SEASON);
    r->a.number = m->season;
    r->a.year = m->year;
    return true;
}

static bool make(const match *m, rc_found *r)
{
    switch (m->f->means) {
    case RC_MEANS_DATE:
        return make_date(m, r);
    case RC_MEANS_QUARTER:
        return make_numbered(m, r, RC_POINT_QUARTER, 4);
    case RC_MEANS_HALF:
        return make_numbered(m, r, RC_POINT_HALF, 2);
    case RC_MEANS_WEEK:
        return make_numbered(m, r, RC_POINT_WEEK, 53);
    case RC_MEANS_CENTURY:
        return make_numbered(m, r, RC_POINT_CENTURY, 30);
    case RC_MEANS_SEASON:
        return make_season(m, r);
    case RC_MEANS_DECADE:
        return make_decade(m, r);
    case RC_MEANS_PERIOD:
        return make_related(m, r, RC_POINT_PERIOD);
    case RC_MEANS_WEEKDAY:
    case RC_MEANS_MONTH:
        return make_related(m, r, RC_POINT_CIVIL);
    case RC_MEANS_DAY:
        rc_point_init(&r->a, RC_POINT_DAY);
        r->a.number = m->f->number;
        return true;
    case RC_MEANS_SHIFT:
        return make_shift(m, r, RC_POINT_SHIFT);
    case RC_MEANS_TRAIL:
        return make_shift(m, r, RC_POINT_TRAIL);
    case RC_MEANS_LENGTH:
        return make_length(m, r);
    case RC_MEANS_PART:
        return make_part(m, r);
    case RC_MEANS_RANGE:
        return make_range(m, r);
    case RC_MEANS_DAYS:
        return make_days(m, r);
    case RC_MEANS_YEARS:
        return make_years(m, r);
    case RC_MEANS_CLOCK:
        return make_clock(m, r);
    case RC_MEANS_NONE:
    case RC_MEANS_COUNT:
        break;
    }
    return true;
}

/* ---------------------------------------------------------------- finding */

/* Whether a form may begin at a token: asked of every one, so that most are passed by. */
static bool may_begin(const rc_time_scan *s, uint32_t at)
{
    const rc_token *k = &s->text->tokens[at];
    const rc_time_forms *x = s->timer->forms;
    bool roman = k->first == 'I' || k->first == 'V' || k->first == 'X';
    return k->kind == RC_TOKEN_NUMBER || roman ||
           (x->starts[k->word % RC_FORM_FILTER_BITS / 64] >> (k->word % 64) & 1) ||
           (k->kind == RC_TOKEN_WORD && rc_number_starts(s->timer->numbers, s->text, k));
}

/* Whether the first element of a form can stand at a token, so far as a look tells. */
static bool may_fit(const rc_time_scan *s, const rc_form *f, uint32_t at, bool number)
{
    const rc_form_element *e = &f->elements[0];
    const rc_token *k = &s->text->tokens[at];
    if (e->optional)
        return true;
    switch (e->is) {
    case RC_SLOT_WORDS:
        for (uint32_t i = 0; i < e->count; i++) {
            if (s->timer->forms->words[e->first + i] == k->word)
                return true;
        }
        return false;
    case RC_SLOT_DAY:
    case RC_SLOT_DAY2:
    case RC_SLOT_MONTH_NUMBER:
    case RC_SLOT_MONTH_NUMBER2:
    case RC_SLOT_YEAR:
    case RC_SLOT_YEAR2:
    case RC_SLOT_LONE_YEAR:
    case RC_SLOT_NUMBER:
    case RC_SLOT_NUMBER2:
    case RC_SLOT_DECADE:
    case RC_SLOT_HOUR:
    case RC_SLOT_MINUTE:
        return number;
    case RC_SLOT_MONTH:
    case RC_SLOT_FULL_MONTH:
    case RC_SLOT_WEEKDAY:
    case RC_SLOT_FULL_WEEKDAY:
    case RC_SLOT_SEASON:
    case RC_SLOT_UNIT:
    case RC_SLOT_UNIT2:
    case RC_SLOT_ORDINAL:
    case RC_SLOT_ROMAN:
        return k->kind == RC_TOKEN_WORD;
    case RC_SLOT_DATE:
    case RC_SLOT_DATE2:
        return *s->depth < DATES_DEEP;
    case RC_SLOT_COUNT:
        break;
    }
    return false;
}

/* Takes a form that ends behind `*end`, where the longest so far ends. */
static void try_form(const rc_time_scan *s, const rc_form *x, uint32_t at, rc_found *longest,
                     uint32_t *end)
{
    uint32_t last;
    match m = {.s = s, .x = s->timer->forms, .f = x};
    m.year = m.year2 = RC_POINT_NO_YEAR;
    rc_found f = {.what = RC_FOUND_POINT};
    if (!read_elements(&m, 0, at, &last) || last <= *end || !make(&m, &f))
        return;
    f.first = m.inner_first;
    f.last = m.inner_last;
    f.a_last = m.date_end > f.first ? m.date_end : f.first + 1;
    f.b_first = m.date2_first > f.first ? m.date2_first : f.last - 1;
    f.a.weak = x->means == RC_MEANS_NONE;
    *longest = f;
    *end = last;
}

/* The longest form at a token. Forms that begin with a date come last: that date is read by then.
 */
static bool read_form(const rc_time_scan *s, uint32_t at, rc_found *ret, uint32_t *ret_end)
{
    const rc_time_forms *x = s->timer->forms;
    if (at >= s->end || !may_begin(s, at))
        return false;
    rc_found longest = {.what = RC_FOUND_POINT, .first = at};
    rc_number n;
    uint32_t end = at;
    bool number = s->text->tokens[at].kind == RC_TOKEN_NUMBER || number_at(s, at, &n);
    if (s->text->tokens[at].kind == RC_TOKEN_NUMBER) {
        if (!rc_numeric_read(s, at, &longest.a, &end) || !longest.a.day || !longest.a.month)
            end = at;
        longest.last = end;
    }
    for (size_t i = 0; i < x->form_count; i++) {
        if (i == x->dated_from && *s->depth == 0)
            keep_date(s->reads, at, &longest, end > at ? end : 0);
        if (may_fit(s, &x->forms[i], at, number))
            try_form(s, &x->forms[i], at, &longest, &end);
    }
    if (end == at)
        return false;
    *ret = longest;
    *ret_end = end;
    return true;
}

bool rc_time_form_read(const rc_time_scan *scan, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    rc_found f;
    rc_form_reads reads = {0};
    rc_time_scan s = *scan;
    s.reads = &reads;
    if (!read_form(&s, at, &f, ret_end) || f.what != RC_FOUND_POINT || f.a.weak)
        return false;
    *ret = f.a;
    return true;
}

void rc_time_forms_scan(const rc_time_scan *scan, rc_founds *out)
{
    rc_time_scan s = *scan;
    s.reads = RC_NEW(s.arena, rc_form_reads);
    for (uint32_t at = s.first; at < s.end;) {
        rc_found f;
        uint32_t end = at + 1;
        if (read_form(&s, at, &f, &end)) {
            if (!f.a.weak)
                RC_PUSH(s.arena, out->items, out->count, out->capacity, f);
            at = f.last > at ? f.last : at + 1;
        } else {
            at++;
        }
    }
}
