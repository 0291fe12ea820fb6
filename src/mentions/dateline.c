#include "mentions/date.h"

#include "mentions/times.h"
#include "text/scan.h"

#define DATELINE_TOKENS_MAX 64
#define SMALL_WORDS_MAX 4

/* Cuts a line that is no part of the document's text into tokens. */
static rc_text *split_line(rc_arena *a, const rc_doc *d, rc_str line)
{
    rc_doc *doc = RC_NEW(a, rc_doc);
    rc_text *t = RC_NEW(a, rc_text);
    size_t capacity = 0;
    rc_scanner s;
    rc_token k = {0};
    doc->text = rc_str_sub(line, 0, 400);
    doc->language = d->language;
    t->doc = doc;
    rc_scanner_init(&s, doc->text);
    while (t->token_count < DATELINE_TOKENS_MAX && rc_scanner_next(&s, &k)) {
        RC_PUSH(a, t->tokens, t->token_count, capacity, k);
        k = (rc_token){0};
    }
    rc_scanner_close(&s);
    return t;
}

/* Whether a line that a reader took for a dateline is one: few small words beside the date, and not
 * "On May 3, 1939, ..." */
static bool is_dateline(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    uint32_t small = 0;
    for (uint32_t i = 0; i < s->end; i++)
        small += (i < at || i >= end) && s->text->tokens[i].kind == RC_TOKEN_WORD &&
                 !(s->text->tokens[i].flags & RC_TOKEN_CAPITAL);
    return small <= SMALL_WORDS_MAX && !rc_scan_is(s, 0, RC_TW_ON) &&
           !rc_scan_is(s, 0, RC_TW_PREPOSITION);
}

/* The first day of a line that is told with its year; a month with its year where there is none. */
static int32_t line_day(rc_arena *a, const rc_timer *x, const rc_doc *d, rc_str line)
{
    int depth = 0;
    rc_text *t = split_line(a, d, line);
    rc_time_scan s = {.arena = a, .timer = x, .text = t, .depth = &depth};
    s.words = x->words;
    s.marks = RC_NEW_ARRAY(a, uint16_t, t->token_count + 1);
    s.end = (uint32_t)t->token_count;
    rc_vocabulary_mark(s.words, t, s.marks);
    int32_t month = RC_DAY_NONE;
    rc_time_context c = {.arena = a, .words = s.words, .doc_day = RC_DAY_NONE};
    c.last.low = c.last_day = RC_DAY_NONE;
    c.day_first = rc_timer_day_first(x, d->language);
    for (uint32_t i = 0; i < s.end; i++) {
        rc_point p;
        uint32_t end;
        rc_time time;
        if (!(x->forms ? rc_time_form_read(&s, i, &p, &end) : rc_civil_read(&s, i, &p, &end)) ||
            !p.month || p.year == RC_POINT_NO_YEAR || !rc_point_resolve(&c, &p, &time) ||
            (d->date_source == RC_DATE_DATELINE && !is_dateline(&s, i, end)))
            continue;
        if (p.day)
            return time.low;
        if (month == RC_DAY_NONE)
            month = time.low;
    }
    return month;
}

static bool two_digits(rc_str s, size_t at, int32_t *ret)
{
    if (at + 2 > s.len || s.ptr[at] < '0' || s.ptr[at] > '9' || s.ptr[at + 1] < '0' ||
        s.ptr[at + 1] > '9')
        return false;
    *ret = (s.ptr[at] - '0') * 10 + (s.ptr[at + 1] - '0');
    return true;
}

static bool is_digit_at(rc_str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

/* 2025-10-14, 2025_10_14, 20251014 at a place of a file's name. */
static bool name_day_at(rc_str s, size_t at, int32_t *ret)
{
    int32_t high, low, m, d;
    if ((at > 0 && is_digit_at(s, at - 1)) || !two_digits(s, at, &high) ||
        !two_digits(s, at + 2, &low))
        return false;
    size_t i = at + 4, gap = i < s.len && (s.ptr[i] == '-' || s.ptr[i] == '_' || s.ptr[i] == '.');
    if (!two_digits(s, i + gap, &m))
        return false;
    i += gap + 2;
    if ((gap && (i >= s.len || s.ptr[i] != s.ptr[i - 3])) || !two_digits(s, i + gap, &d) ||
        is_digit_at(s, i + gap + 2))
        return false;
    int32_t year = high * 100 + low;
    if (year < 1900 || year > 2099 || !rc_day_exists(year, m, d))
        return false;
    *ret = rc_day_from_civil(year, m, d);
    return true;
}

static int32_t name_day(rc_str path)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    rc_str name = rc_str_sub(path, from, path.len);
    int32_t day;
    for (size_t i = 0; i + 8 <= name.len; i++)
        if (name_day_at(name, i, &day))
            return day;
    return RC_DAY_NONE;
}

void rc_doc_date(rc_arena *a, const rc_timer *x, rc_doc *d)
{
    int32_t day = RC_DAY_NONE;
    if (d->dateline_text.len)
        day = line_day(a, x, d, d->dateline_text);
    if (day != RC_DAY_NONE) {
        if (d->date_source == RC_DATE_NONE || d->date_source == RC_DATE_OPTION)
            d->date_source = RC_DATE_DATELINE;
        d->date = day;
        return;
    }
    day = name_day(d->path);
    if (day != RC_DAY_NONE) {
        d->date = day;
        d->date_source = RC_DATE_FILENAME;
        return;
    }
    d->date_source = d->date == RC_DAY_NONE ? RC_DATE_NONE : RC_DATE_OPTION;
}

bool rc_doc_is_dated(const rc_doc *d)
{
    return d->date != RC_DAY_NONE && d->date_source != RC_DATE_NONE &&
           d->date_source != RC_DATE_INFERRED && d->date_source != RC_DATE_OPTION;
}
