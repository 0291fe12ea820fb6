#include "readers/lines.h"

#include <stdint.h>
#include <string.h>

#include "source/utf8.h"

#define WRAP_WIDTH_MAX 120
#define WORDS_BYTES_MAX 512
#define DATELINE_WIDTH 160
#define DATELINE_BYTES_MAX 400

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

size_t rc_line_width(rc_str line)
{
    return rc_utf8_count(line);
}

size_t rc_line_words(rc_str line)
{
    size_t n = 0, end = line.len < WORDS_BYTES_MAX ? line.len : WORDS_BYTES_MAX;
    for (size_t i = 0; i < end; i++)
        n += line.ptr[i] != ' ' && (i == 0 || line.ptr[i - 1] == ' ');
    return n;
}

static size_t first_word_width(rc_str line)
{
    return rc_line_width(rc_str_sub(line, 0, rc_str_find(line, ' ')));
}

typedef struct {
    size_t counts[WRAP_WIDTH_MAX + 1]; /* lines of each width */
    size_t lines, bytes, long_bytes;
    size_t pairs, continued; /* neighbouring lines; those whose second begins with a small letter */
} line_counts;

static void count_line(line_counts *c, rc_str line, bool follows)
{
    size_t width = line.len > (size_t)WRAP_WIDTH_MAX * 4 ? line.len : rc_line_width(line);
    c->bytes += line.len;
    if (follows) {
        c->pairs++;
        c->continued += is_small(line.ptr[0]);
    }
    if (width > WRAP_WIDTH_MAX) {
        c->long_bytes += line.len;
        return;
    }
    c->lines++;
    c->counts[width]++;
}

rc_wrap rc_wrap_measure(rc_str text)
{
    line_counts c = {.lines = 0};
    rc_str rest = text, line;
    bool follows = false;
    while (rc_str_split(&rest, '\n', &line)) {
        line = rc_str_trim(line);
        if (line.len)
            count_line(&c, line, follows);
        follows = line.len > 0;
    }
    /* Wrapped text has hardly a long line, and in most scripts every third continuation, at the
     * least, begins with a small letter; lines of a list do not. */
    if (c.long_bytes * 5 > c.bytes || c.lines < 2 || c.continued * 4 < c.pairs)
        return (rc_wrap){0};
    /* Most lines are broken near the width; a few stand out on their own account. */
    size_t seen = 0, width = 0;
    while (width < WRAP_WIDTH_MAX && seen * 100 < c.lines * 85)
        seen += c.counts[width++];
    return (rc_wrap){width ? width - 1 : 0};
}

bool rc_wrap_joins(const rc_wrap *w, rc_str line, rc_str next)
{
    if (rc_line_list_mark(next))
        return false;
    if (is_small(next.ptr[0]) && !rc_line_ends_sentence(line))
        return true;
    if (w->width < 30)
        return false;
    return rc_line_width(line) + 1 + first_word_width(next) > w->width;
}

/* Without quotes, brackets and spaces at the end. */
static rc_str without_closers(rc_str s)
{
    static const char *const closers[] = {"\"",           "'",        ")", "]", " ", "\xe2\x80\x9d",
                                          "\xe2\x80\x99", "\xc2\xbb", "*", "_"};
    for (size_t i = 0; i < sizeof(closers) / sizeof(closers[0]); i++) {
        if (rc_str_ends(s, rc_str_from(closers[i]))) {
            s.len -= strlen(closers[i]);
            i = (size_t)-1;
        }
    }
    return s;
}

bool rc_line_ends_sentence(rc_str line)
{
    rc_str s = without_closers(line);
    if (s.len == 0)
        return false;
    char last = s.ptr[s.len - 1];
    return last == '.' || last == '!' || last == '?' || rc_str_ends(s, RC_STR("\xe2\x80\xa6")) ||
           rc_str_ends(s, RC_STR("\xe3\x80\x82"));
}

bool rc_line_is_capitals(rc_str line)
{
    size_t capitals = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (is_small(line.ptr[i]))
            return false;
        capitals += is_capital(line.ptr[i]);
    }
    return capitals >= 4;
}

bool rc_line_is_rule(rc_str line)
{
    size_t marks = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == ' ')
            continue;
        if (!strchr("-=_*~#.+|:", line.ptr[i]))
            return false;
        marks++;
    }
    return marks >= 3;
}

static size_t number_mark(rc_str s)
{
    size_t i = s.len && s.ptr[0] == '(' ? 1 : 0, from = i;
    while (i < s.len && is_digit(s.ptr[i]))
        i++;
    if (i == from && i < s.len && (is_small(s.ptr[i]) || is_capital(s.ptr[i])) && from)
        i++; /* "(b)" */
    if (i == from && i + 1 < s.len && is_small(s.ptr[i]) && s.ptr[i + 1] == ')')
        i++; /* "b)" */
    if (i == from || i - from > 3 || i + 1 >= s.len)
        return 0;
    bool closed = s.ptr[i] == ')' || (s.ptr[i] == '.' && !from);
    return closed && s.ptr[i + 1] == ' ' ? i + 2 : 0;
}

size_t rc_line_list_mark(rc_str line)
{
    static const char *const bullets[] = {"- ",
                                          "* ",
                                          "+ ",
                                          "\xe2\x80\xa2",
                                          "\xe2\x80\x93 ",
                                          "\xe2\x80\x94 ",
                                          "\xe2\x96\xaa",
                                          "\xe2\x97\x8f",
                                          "\xe2\x80\xa3",
                                          "\xc2\xb7 "};
    size_t n = 0;
    for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]) && !n; i++) {
        if (rc_str_starts(line, rc_str_from(bullets[i])))
            n = strlen(bullets[i]);
    }
    if (!n)
        n = number_mark(line);
    while (n && n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t'))
        n++;
    return n < line.len ? n : 0;
}

/* ---- tables ---- */

/* Length of what divides two cells at `at`, or 0. */
static size_t gap(rc_str s, size_t at)
{
    size_t n = 0;
    bool tab = false;
    while (at + n < s.len && (s.ptr[at + n] == ' ' || s.ptr[at + n] == '\t'))
        tab = s.ptr[at + n++] == '\t' || tab;
    return tab || n >= 3 ? n : 0;
}

bool rc_line_cell(rc_str line, size_t *at, rc_span *ret)
{
    bool bars = line.len && line.ptr[0] == '|';
    size_t start = *at + (bars && *at == 0), end = start;
    if (start >= line.len)
        return false;
    while (end < line.len && (bars ? line.ptr[end] != '|' : !gap(line, end)))
        end++;
    *at = bars ? end + 1 : end + gap(line, end);
    while (start < end && line.ptr[start] == ' ')
        start++;
    while (end > start && line.ptr[end - 1] == ' ')
        end--;
    *ret = (rc_span){(uint32_t)start, (uint32_t)end};
    return true;
}

size_t rc_line_columns(rc_str line)
{
    if (line.len == 0)
        return 1;
    if (line.ptr[0] != '|' && !memchr(line.ptr, '\t', line.len) &&
        !memmem(line.ptr, line.len, "   ", 3))
        return 1;
    size_t n = 0;
    rc_span cell;
    for (size_t at = 0; rc_line_cell(line, &at, &cell);)
        n++;
    return n ? n : 1;
}

/* ---- dates by their form ---- */

typedef enum { PIECE_OTHER, PIECE_DAY, PIECE_YEAR, PIECE_WORD, PIECE_DATE } piece_kind;

typedef struct {
    piece_kind kind;
    rc_span span;
} piece;

static size_t digits_at(rc_str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.len && is_digit(s.ptr[at + n]))
        n++;
    return n;
}

/* "2025-10-06", "07/14/2025", "14.12.2024": three groups, one of four digits. Its length or 0. */
static size_t numeric_date(rc_str s, size_t at)
{
    size_t first = digits_at(s, at), i = at + first;
    if (first == 0 || first > 4 || first == 3 || i >= s.len || !strchr("-/.", s.ptr[i]))
        return 0;
    char separator = s.ptr[i];
    size_t second = digits_at(s, i + 1);
    i += 1 + second;
    if (second == 0 || second > 2 || i >= s.len || s.ptr[i] != separator)
        return 0;
    size_t third = digits_at(s, i + 1);
    i += 1 + third;
    bool ok = (first == 4 && (third == 1 || third == 2)) || (first <= 2 && third == 4);
    return ok ? i - at : 0;
}

static piece number_piece(rc_str s, size_t at)
{
    size_t n = numeric_date(s, at);
    if (n)
        return (piece){PIECE_DATE, {(uint32_t)at, (uint32_t)(at + n)}};
    n = digits_at(s, at);
    piece p = {PIECE_OTHER, {(uint32_t)at, (uint32_t)(at + n)}};
    if (n <= 2)
        p.kind = PIECE_DAY;
    else if (n == 4 && (s.ptr[at] == '1' || s.ptr[at] == '2'))
        p.kind = PIECE_YEAR;
    size_t end = at + n; /* "14th", "14." */
    while (p.kind == PIECE_DAY && end < s.len && (is_small(s.ptr[end]) || s.ptr[end] == '.'))
        end++;
    p.span.end = (uint32_t)(end - at <= 4 ? end : at + n);
    return p;
}

static piece next_piece(rc_str s, size_t at)
{
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == ','))
        at++;
    if (at >= s.len)
        return (piece){PIECE_OTHER, {(uint32_t)at, (uint32_t)at}};
    if (is_digit(s.ptr[at]))
        return number_piece(s, at);
    size_t end = at;
    bool letters = true;
    while (end < s.len && s.ptr[end] != ' ' && s.ptr[end] != ',' && !is_digit(s.ptr[end])) {
        char c = s.ptr[end++];
        letters = letters && (is_small(c) || is_capital(c) || (unsigned char)c >= 0x80 || c == '.');
    }
    return (piece){letters ? PIECE_WORD : PIECE_OTHER, {(uint32_t)at, (uint32_t)end}};
}

/* Day, month and year in any order that people use. */
static bool is_date(const piece p[3])
{
    return p[2].kind == PIECE_YEAR && p[0].span.end > p[0].span.start &&
           ((p[0].kind == PIECE_DAY && p[1].kind == PIECE_WORD) ||
            (p[0].kind == PIECE_WORD && p[1].kind == PIECE_DAY)) &&
           p[0].span.end - p[0].span.start <= 30 && p[1].span.end - p[1].span.start <= 30;
}

bool rc_line_find_date(rc_str line, rc_span *ret)
{
    piece p[3] = {{PIECE_OTHER, {0, 0}}, {PIECE_OTHER, {0, 0}}, {PIECE_OTHER, {0, 0}}};
    for (size_t at = 0; at < line.len;) {
        p[0] = p[1];
        p[1] = p[2];
        p[2] = next_piece(line, at);
        if (p[2].span.end <= at)
            return false;
        at = p[2].span.end;
        if (p[2].kind == PIECE_DATE) {
            *ret = p[2].span;
            return true;
        }
        if (is_date(p)) {
            *ret = (rc_span){p[0].span.start, p[2].span.end};
            return true;
        }
    }
    return false;
}

bool rc_line_is_dateline(rc_str line, rc_span *ret_date)
{
    rc_span date, second;
    if (line.len > DATELINE_BYTES_MAX || rc_line_width(line) > DATELINE_WIDTH ||
        !rc_line_find_date(line, &date))
        return false;
    rc_str rest = rc_str_sub(line, date.end, line.len);
    if (rc_line_find_date(rest, &second))
        return false;
    size_t words = rc_line_words(rc_str_sub(line, 0, date.start)) + rc_line_words(rest);
    /* A bar divides what stands in a byline; else a handful of words name place, author or act. */
    bool divided = rc_str_find(line, '|') < line.len;
    /* "The series began on May 3, 1939." is a sentence, "By Ann Lee. May 3, 1939." none. */
    rc_str before = rc_str_trim(rc_str_sub(line, 0, date.start));
    bool joined = before.len && is_small(before.ptr[before.len - 1]);
    if (words > (divided ? 14U : 7U) ||
        (rc_line_ends_sentence(line) && words > (joined ? 2U : 5U) && !divided))
        return false;
    *ret_date = date;
    return true;
}
