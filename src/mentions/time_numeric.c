#include "mentions/times.h"

/* Dates in digits are read from the bytes of the text: which signs stand between the digits
 * decides what they are, and the tokenizer may take "23.04.2022" as one number. */

typedef struct {
    const char *text;
    size_t at, end; /* bytes */
} cursor;

typedef struct {
    int32_t value;
    int digits;
} figure;

static char peek(const cursor *c, size_t ahead)
{
    return c->at + ahead < c->end ? c->text[c->at + ahead] : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool take_figure(cursor *c, figure *ret)
{
    figure f = {0};
    while (is_digit(peek(c, (size_t)f.digits)) && f.digits < 9)
        f.value = f.value * 10 + (peek(c, (size_t)f.digits++) - '0');
    if (!f.digits || f.digits > 8)
        return false;
    c->at += (size_t)f.digits;
    *ret = f;
    return true;
}

/* A sign between two figures, with the same white space on both sides or none. */
static bool take_separator(cursor *c, char sign)
{
    size_t at = c->at;
    bool space = peek(c, 0) == ' ';
    if (space)
        at++;
    if (at >= c->end || c->text[at] != sign)
        return false;
    at++;
    if (at < c->end && c->text[at] == ' ')
        at++;
    if (at >= c->end || !is_digit(c->text[at]))
        return false;
    c->at = at;
    return true;
}

static bool year_like(figure f)
{
    return f.digits == 4 && f.value >= 1000 && f.value <= 2999;
}

static int32_t full_year(figure f)
{
    if (f.digits == 4)
        return f.value;
    return f.value + (f.value < 50 ? 2000 : 1900);
}

static bool set_day(rc_point *p, int32_t y, int32_t m, int32_t d)
{
    if (m < 1 || m > 12 || d < 1 || d > rc_month_days(y == RC_POINT_NO_YEAR ? 4 : y, m))
        return false;
    p->year = y;
    p->month = (int16_t)m;
    p->day = (int16_t)d;
    return true;
}

/* Three figures: which are year, month and day. */
static bool set_three(rc_point *p, const figure *f, char sign)
{
    if (year_like(f[0]) && f[1].digits <= 2 && f[2].digits <= 2)
        return set_day(p, f[0].value, f[1].value, f[2].value);
    if (f[0].digits > 2 || f[1].digits > 2 || (!year_like(f[2]) && f[2].digits != 2))
        return false;
    if (f[2].digits == 2 && sign == ' ')
        return false;
    int32_t y = full_year(f[2]);
    p->order = f[0].value > 12 ? RC_ORDER_DAY_FIRST : RC_ORDER_MONTH_FIRST;
    if (f[0].value > 12)
        return set_day(p, y, f[1].value, f[0].value);
    if (f[1].value > 12)
        return set_day(p, y, f[0].value, f[1].value);
    p->order = f[0].value != f[1].value && sign != '.' ? RC_ORDER_UNSURE : RC_ORDER_NONE;
    return sign == '.' ? set_day(p, y, f[1].value, f[0].value)
                       : set_day(p, y, f[0].value, f[1].value);
}

/* Two figures: "9/2012", "2014-10", "4/22". */
static bool set_two(rc_point *p, const figure *f, char sign)
{
    if (sign == ' ' || sign == '.')
        return false;
    bool first = year_like(f[0]) && f[0].value >= 1500 && f[0].value < 2200;
    bool second = year_like(f[1]) && f[1].value >= 1500 && f[1].value < 2200;
    if (first && f[1].digits <= 2 && f[1].value >= 1 && f[1].value <= 12 &&
        !(sign == '-' && f[1].digits == 2 && f[1].value == (f[0].value + 1) % 100)) {
        p->year = f[0].value;
        p->month = (int16_t)f[1].value;
        return true;
    }
    if (second && f[0].digits <= 2 && f[0].value >= 1 && f[0].value <= 12) {
        p->year = f[1].value;
        p->month = (int16_t)f[0].value;
        return true;
    }
    p->weak = true;
    if (f[0].digits > 2 || f[1].digits > 2)
        return false;
    return f[0].value > 12 ? set_day(p, RC_POINT_NO_YEAR, f[1].value, f[0].value)
                           : set_day(p, RC_POINT_NO_YEAR, f[0].value, f[1].value);
}

/* 20250304 */
static bool set_packed(rc_point *p, figure f)
{
    int32_t y = f.value / 10000;
    return f.digits == 8 && y >= 1800 && y <= 2199 &&
           set_day(p, y, f.value / 100 % 100, f.value % 100);
}

/* "T13:15:30Z", " 14:55", ":06:36:02", with what may follow of seconds, fractions and zone. */
static bool take_clock(cursor *c, int16_t *ret_minutes)
{
    cursor k = *c;
    figure h, m;
    char lead = peek(&k, 0);
    if (lead != 'T' && lead != ' ' && lead != ':' && lead != ',')
        return false;
    k.at++;
    if (lead == ',' && peek(&k, 0) == ' ')
        k.at++;
    if (!take_figure(&k, &h) || h.digits > 2 || h.value > 24 || peek(&k, 0) != ':')
        return false;
    k.at++;
    if (!take_figure(&k, &m) || m.digits != 2 || m.value > 59)
        return false;
    while ((peek(&k, 0) == ':' || peek(&k, 0) == '.') && is_digit(peek(&k, 1))) {
        figure rest;
        k.at++;
        if (!take_figure(&k, &rest))
            return false;
    }
    if (lead == 'T' && (peek(&k, 0) == '+' || peek(&k, 0) == '-') && is_digit(peek(&k, 1)))
        while (is_digit(peek(&k, 1)) || (peek(&k, 1) == ':' && is_digit(peek(&k, 2))))
            k.at++;
    if (lead == 'T' && (peek(&k, 0) == 'Z' || is_digit(peek(&k, 0))))
        k.at++;
    *ret_minutes = (int16_t)(h.value * 60 + m.value);
    *c = k;
    return true;
}

/* Nothing may run on before or behind: no letter, digit, or sign with a digit. */
static bool stands_alone(const cursor *c, size_t start, bool joined)
{
    char before = start > 0 ? c->text[start - 1] : ' ';
    char before2 = start > 1 ? c->text[start - 2] : ' ';
    if (is_letter(before) || is_digit(before) || before == '$' || before == '#' ||
        ((before == '.' || before == '/' || (before == '-' && !joined) || before == ',') &&
         (is_digit(before2) || is_letter(before2))))
        return false;
    if (is_letter(peek(c, 0)) || is_digit(peek(c, 0)) || peek(c, 0) == '%')
        return false;
    char sign = peek(c, 0);
    return !((sign == '.' || sign == ',' || sign == '/' || sign == ':') && is_digit(peek(c, 1)));
}

static bool token_end(const rc_time_scan *s, uint32_t at, size_t byte, uint32_t *ret_end)
{
    while (at < s->end && s->text->tokens[at].end < byte)
        at++;
    if (at >= s->end || s->text->tokens[at].end != byte)
        return false;
    *ret_end = at + 1;
    return true;
}

static bool take_date(cursor *c, rc_point *p)
{
    static const char signs[] = {'-', '/', '.', ' '};
    figure f[3];
    if (!take_figure(c, &f[0]))
        return false;
    if (f[0].digits == 8)
        return set_packed(p, f[0]);
    for (size_t i = 0; i < sizeof(signs); i++) {
        cursor k = *c;
        rc_point q = *p;
        if (signs[i] == ' ' ? peek(&k, 0) != ' ' : !take_separator(&k, signs[i]))
            continue;
        k.at += signs[i] == ' ';
        if (!take_figure(&k, &f[1]))
            continue;
        cursor two = k;
        bool third = signs[i] == ' ' ? peek(&k, 0) == ' ' : take_separator(&k, signs[i]);
        k.at += signs[i] == ' ' && third;
        if (third && take_figure(&k, &f[2]) && set_three(&q, f, signs[i])) {
            *c = k;
            *p = q;
            return true;
        }
        if (set_two(p, f, signs[i])) {
            *c = two;
            return true;
        }
    }
    return false;
}

static bool numeric_read(const rc_time_scan *s, uint32_t at, bool joined, rc_point *ret,
                         uint32_t *ret_end)
{
    const rc_token *k = &s->text->tokens[at];
    rc_point p;
    rc_point_init(&p, RC_POINT_CIVIL);
    if (at >= s->end || k->kind != RC_TOKEN_NUMBER || k->end - k->start > 10)
        return false;
    cursor c = {s->text->doc->text.ptr, k->start, s->text->tokens[s->end - 1].end};
    if (!take_date(&c, &p))
        return false;
    if (p.day && p.year != RC_POINT_NO_YEAR)
        take_clock(&c, &p.minutes);
    if (!stands_alone(&c, k->start, joined) || !token_end(s, at, c.at, ret_end))
        return false;
    *ret = p;
    return true;
}

bool rc_numeric_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    return numeric_read(s, at, false, ret, ret_end);
}

bool rc_numeric_second(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    return numeric_read(s, at, true, ret, ret_end);
}

/* ------------------------------------------------------------------ time of day */

bool rc_clock_read(const rc_time_scan *s, uint32_t at, int *ret_minutes, uint32_t *ret_end)
{
    int h, m = 0, digits, more, half = 0;
    if (!rc_scan_number(s, at, &h, &digits))
        return false;
    uint32_t i = at + 1;
    bool colon = rc_scan_sign(s, i, ':') && !rc_scan_spaced(s, i) &&
                 rc_scan_number(s, i + 1, &m, &more) && more == 2 && m < 60 &&
                 !rc_scan_spaced(s, i + 1);
    i += colon ? 2 : 0;
    if (colon && rc_scan_sign(s, i, ':') && rc_scan_number(s, i + 1, &half, &more) && more == 2)
        i += 2;
    bool meridiem = digits <= 2 && h >= 1 && h <= 12 && rc_scan_value(s, i, RC_TW_MERIDIEM, &half);
    if (meridiem) {
        h = h % 12 + half;
        i++;
    }
    bool oclock = !colon && !meridiem && h <= 24 && rc_scan_is(s, i, RC_TW_OCLOCK);
    i += oclock;
    bool zone = rc_scan_is(s, i, RC_TW_ZONE) && (s->text->tokens[i].flags & RC_TOKEN_ALL_CAPS) != 0;
    if (!colon && !meridiem && !oclock) {
        if (digits != 4 || !zone || h % 100 > 59)
            return false;
        m = h % 100;
        h /= 100;
    }
    if (h > 24 || digits > 4 || (digits > 2 && colon))
        return false;
    *ret_minutes = h * 60 + m;
    *ret_end = i + zone;
    return true;
}

bool rc_clock_second(const rc_time_scan *s, uint32_t at, uint32_t *ret_end)
{
    int minutes;
    if (!rc_scan_dash(s, at) && !rc_scan_is(s, at, RC_TW_RANGE) && !rc_scan_is(s, at, RC_TW_AND))
        return false;
    return rc_clock_read(s, at + 1, &minutes, ret_end);
}
