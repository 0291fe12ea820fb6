/* Plain text. A unit is what stands between blank lines or, where a file has one line a paragraph,
 * a line; lines that only wrap are joined. A sliding window of three units decides what each is.
 * The head of a document (before its first full paragraph) holds title, byline and dateline. */
#include <string.h>

#include "base/limits.h"
#include "readers/decode.h"
#include "readers/internal.h"
#include "readers/lines.h"

#define TITLE_WIDTH 220
#define HEADING_WIDTH 120
#define HEADING_WORDS 16
#define BYLINE_WIDTH 160
#define HEAD_UNITS 12

typedef struct {
    rc_span span;
    size_t mark;      /* bytes of a list mark at its start */
    uint32_t lines;   /* how many lines it is made of; 0: there is none */
    uint32_t indent;  /* of its first line */
    bool after_blank; /* a blank line or the start of the file stands before it */
    bool underlined;  /* a line of "===" or "---" follows */
    size_t columns;   /* a row of a table: its cells; else 0 */
} unit;

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_wrap wrap;
    size_t at;
    bool blank;     /* blank lines were passed since the last unit */
    unit window[3]; /* previous, current, next */
    uint32_t count;
    uint32_t row; /* of the table that is open */
    bool in_head, letterhead, titled;
} scan;

int rc_read_plain_detect(rc_str path, rc_str bytes)
{
    (void)bytes;
    return rc_path_has_extension(path, "txt") || rc_path_has_extension(path, "text") ? RC_SURE_NAME
                                                                                     : RC_SURE_TEXT;
}

static rc_str slice(const scan *s, rc_span span)
{
    return rc_str_sub(s->doc->text, span.start, span.end);
}

/* Length of the white space at the start of `s`, no-break and ideographic spaces included. */
static size_t space_length(rc_str s)
{
    if (s.len && (s.ptr[0] == ' ' || (s.ptr[0] >= '\t' && s.ptr[0] <= '\r')))
        return 1;
    if (rc_str_starts(s, RC_STR("\xc2\xa0")))
        return 2;
    return rc_str_starts(s, RC_STR("\xe3\x80\x80")) || rc_str_starts(s, RC_STR("\xef\xbb\xbf")) ? 3
                                                                                                : 0;
}

static size_t space_length_before(rc_str s)
{
    for (size_t n = 1; n <= 3 && n <= s.len; n++) {
        if (space_length(rc_str_sub(s, s.len - n, s.len)) == n)
            return n;
    }
    return 0;
}

/* The next line, trimmed, and where it ends with its line break. */
static rc_span line_at(const scan *s, size_t at, size_t *ret_next)
{
    rc_str text = s->doc->text;
    const char *end = memchr(text.ptr + at, '\n', text.len - at);
    size_t stop = end ? (size_t)(end - text.ptr) : text.len, n;
    *ret_next = end ? stop + 1 : stop;
    while ((n = space_length(rc_str_sub(text, at, stop))) != 0)
        at += n;
    while ((n = space_length_before(rc_str_sub(text, at, stop))) != 0)
        stop -= n;
    return (rc_span){(uint32_t)at, (uint32_t)stop};
}

/* "for" or "by" on a line of its own, as on a title page, continues nothing. */
static bool is_lone_word(const scan *s, rc_str line)
{
    return s->wrap.width == 0 && rc_str_find(line, ' ') == line.len && !rc_line_ends_sentence(line);
}

/* Cells of a line that is a row, since the row before or the next line has as many; else 0. Rules
 * between rows do not count. */
static size_t row_columns(const scan *s, rc_str line, size_t next)
{
    size_t columns = rc_line_columns(line);
    if (columns < 2 || rc_line_list_mark(line))
        return 0;
    const unit *before = &s->window[2];
    if (!s->blank && before->columns == columns)
        return columns;
    for (int rules = 0; rules < 2 && next < s->doc->text.len; rules++) {
        rc_str following = slice(s, line_at(s, next, &next));
        if (!rc_line_is_rule(following))
            return rc_line_columns(following) == columns ? columns : 0;
    }
    return 0;
}

static unit next_unit(scan *s)
{
    unit u = {.lines = 0};
    rc_str last = RC_STR_NONE;
    while (s->at < s->doc->text.len) {
        size_t next;
        rc_span span = line_at(s, s->at, &next);
        rc_str line = slice(s, span);
        if (line.len == 0 || rc_line_is_rule(line)) {
            u.underlined = u.lines && line.len && (line.ptr[0] == '=' || line.ptr[0] == '-');
            s->at = next;
            s->blank = true;
            if (u.lines)
                return u;
            continue;
        }
        size_t columns = row_columns(s, line, next);
        if (u.lines && (columns || u.columns))
            return u;
        if (u.lines && (is_lone_word(s, line) || !rc_wrap_joins(&s->wrap, last, line)))
            return u;
        if (!u.lines) {
            u.span.start = span.start;
            u.after_blank = s->blank;
            u.indent = (uint32_t)(span.start - s->at);
            u.mark = columns ? 0 : rc_line_list_mark(line);
            u.columns = columns;
            s->blank = false;
        }
        u.span.end = span.end;
        u.lines++;
        last = line;
        s->at = next;
    }
    return u;
}

static void advance(scan *s)
{
    s->window[0] = s->window[1];
    s->window[1] = s->window[2];
    s->window[2] = next_unit(s);
}

/* "[Photo: ...]": a whole unit in brackets. */
static bool is_bracketed(rc_str text)
{
    return text.len > 2 && text.ptr[0] == '[' && text.ptr[text.len - 1] == ']' &&
           rc_str_find(rc_str_sub(text, 1, text.len), '[') + 1 == text.len;
}

static bool is_heading(const scan *s, const unit *u, rc_str text)
{
    const unit *next = &s->window[2];
    if (u->underlined)
        return true;
    if (u->lines != 1 || !next->lines || rc_line_width(text) > HEADING_WIDTH ||
        rc_line_words(text) > HEADING_WORDS)
        return false;
    bool capitals = rc_line_is_capitals(text);
    if (rc_line_ends_sentence(text) && !(capitals && u->mark == 0))
        return capitals && text.ptr[text.len - 1] != '.';
    char last = text.ptr[text.len - 1];
    if (last == ',' || last == ';' || last == ':')
        return last == ':' && next->after_blank && u->after_blank && rc_line_words(text) <= 6;
    if (u->mark && !capitals)
        return false;
    if (capitals)
        return true;
    uint32_t length = next->span.end - next->span.start;
    return (u->after_blank && next->after_blank) || length > 2 * (u->span.end - u->span.start);
}

static void find_dateline(scan *s, rc_str text, rc_span date)
{
    if (s->doc->dateline_text.len)
        return;
    s->doc->dateline_text = rc_str_sub(text, date.start, date.end);
    s->doc->date_source = RC_DATE_DATELINE;
}

/* "OSLO, March 3 (Wire) - Text ...": what stands before the first dash, where it has a digit. */
static void find_inline_dateline(scan *s, rc_str text)
{
    if (s->doc->dateline_text.len)
        return;
    static const char *const dashes[] = {" - ", " \xe2\x80\x93 ", " \xe2\x80\x94 "};
    rc_str head = rc_str_sub(text, 0, 90);
    size_t digits = 0;
    for (size_t i = 0; i < head.len; i++) {
        for (size_t k = 0; k < 3; k++) {
            rc_str dash = rc_str_from(dashes[k]);
            if (digits && rc_str_starts(rc_str_sub(head, i, head.len), dash))
                find_dateline(s, text, (rc_span){0, (uint32_t)i});
        }
        if (s->doc->dateline_text.len)
            return;
        digits += head.ptr[i] >= '0' && head.ptr[i] <= '9';
    }
}

static bool is_full_paragraph(rc_str text)
{
    size_t width = rc_line_width(rc_str_sub(text, 0, 2048));
    return width > TITLE_WIDTH || (rc_line_ends_sentence(text) && rc_line_words(text) > 8);
}

static rc_block_kind head_kind(scan *s, const unit *u, rc_str text)
{
    rc_span date;
    size_t width = rc_line_width(rc_str_sub(text, 0, 2048));
    bool first = s->count == 0;
    if (rc_line_is_dateline(text, &date)) {
        find_dateline(s, text, date);
        return RC_BLOCK_BYLINE;
    }
    if (is_bracketed(text))
        return width <= BYLINE_WIDTH ? RC_BLOCK_BYLINE : RC_BLOCK_CAPTION;
    if (is_full_paragraph(text) || s->count >= HEAD_UNITS) {
        s->in_head = false;
        find_inline_dateline(s, text);
        return RC_BLOCK_PARAGRAPH;
    }
    /* Lines right above or below a dateline, without a blank line between, name outlet and author.
     */
    const unit *next = &s->window[2];
    bool below = !first && !u->after_blank && s->doc->block_count &&
                 s->doc->blocks[s->doc->block_count - 1].kind == RC_BLOCK_BYLINE;
    bool above = !first && next->lines && !next->after_blank &&
                 rc_line_is_dateline(slice(s, next->span), &date);
    if ((below || above) && width <= 80 && !rc_line_ends_sentence(text))
        return RC_BLOCK_BYLINE;
    if (first && !u->mark && width <= TITLE_WIDTH)
        return RC_BLOCK_TITLE;
    return is_heading(s, u, text) ? RC_BLOCK_HEADING : RC_BLOCK_PARAGRAPH;
}

static rc_block_kind body_kind(const scan *s, const unit *u, rc_str text)
{
    if (is_bracketed(text))
        return RC_BLOCK_CAPTION;
    if (is_heading(s, u, text))
        return RC_BLOCK_HEADING;
    return u->mark ? RC_BLOCK_LIST_ITEM : RC_BLOCK_PARAGRAPH;
}

static void set_title(scan *s, rc_block *b, rc_str text)
{
    b->kind = RC_BLOCK_TITLE;
    b->level = 0;
    s->doc->title = text;
    s->titled = true;
}

/* A letterhead in capitals comes first; the title is then the next heading after a blank line. */
static void choose_title(scan *s, rc_block *b, const unit *u, rc_str text)
{
    if (b->kind == RC_BLOCK_TITLE) {
        s->letterhead = rc_line_is_capitals(text);
        set_title(s, b, text);
    } else if (b->kind == RC_BLOCK_HEADING && s->letterhead && s->in_head && u->after_blank) {
        s->doc->blocks[0].kind = RC_BLOCK_HEADING;
        s->doc->blocks[0].level = 1;
        s->letterhead = false;
        set_title(s, b, text);
    }
}

/* Whether a first row names columns: a rule stands under it, or it has no figures but years. */
static bool is_head_row(const unit *u, rc_str text)
{
    rc_span cell;
    size_t at = 0;
    bool head = u->underlined;
    while (!head && rc_line_cell(text, &at, &cell)) {
        rc_str s = rc_str_sub(text, cell.start, cell.end);
        bool digits = false;
        for (size_t i = 0; i < s.len; i++)
            digits = digits || (s.ptr[i] >= '0' && s.ptr[i] <= '9');
        if (digits && !(s.len == 4 && (s.ptr[0] == '1' || s.ptr[0] == '2')))
            return false;
    }
    return true;
}

static void emit_row(scan *s, const unit *u, rc_str text)
{
    const unit *before = &s->window[0];
    bool first = before->columns != u->columns || (u->after_blank && !before->underlined);
    if (first) {
        s->doc->table_count++;
        s->row = 0;
    } else {
        s->row++;
    }
    bool head = first && is_head_row(u, text);
    uint32_t column = 0;
    rc_span cell;
    for (size_t at = 0; rc_line_cell(text, &at, &cell); column++) {
        if (cell.end == cell.start)
            continue;
        rc_span span = {u->span.start + cell.start, u->span.start + cell.end};
        rc_block *b = rc_doc_add_block(s->arena, s->doc, RC_BLOCK_TABLE_CELL, span);
        b->table = s->doc->table_count;
        b->row = s->row;
        b->column = column;
        b->head = head;
    }
}

static void emit(scan *s)
{
    const unit *u = &s->window[1];
    rc_str text = slice(s, u->span);
    if (u->columns) {
        emit_row(s, u, text);
        s->count++;
        return;
    }
    rc_block_kind kind = s->in_head ? head_kind(s, u, text) : body_kind(s, u, text);
    if (kind == RC_BLOCK_PARAGRAPH && u->mark)
        kind = RC_BLOCK_LIST_ITEM;
    rc_span span = u->span;
    if (kind == RC_BLOCK_HEADING || kind == RC_BLOCK_LIST_ITEM)
        span.start += (uint32_t)u->mark;
    rc_block *b = rc_doc_add_block(s->arena, s->doc, kind, span);
    if (kind == RC_BLOCK_HEADING)
        b->level = 2;
    if (kind == RC_BLOCK_LIST_ITEM)
        b->level = (uint8_t)(1 + (u->indent < 16 ? u->indent / 2 : 8));
    choose_title(s, b, u, text);
    s->count++;
}

rc_status rc_read_plain(rc_arena *a, rc_doc *d, rc_err *err)
{
    rc_status status = rc_decode(a, d, RC_STR_NONE, err);
    if (status != RC_OK)
        return status;
    d->text = d->source;
    scan s = {
        .arena = a, .doc = d, .wrap = rc_wrap_measure(d->text), .blank = true, .in_head = true};
    advance(&s);
    for (advance(&s); s.window[1].lines; advance(&s)) {
        if (d->block_count >= RC_BLOCKS_MAX)
            return rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "more than %zu paragraphs",
                           RC_BLOCKS_MAX);
        emit(&s);
    }
    return RC_OK;
}
