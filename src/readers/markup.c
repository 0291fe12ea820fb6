#include "readers/markup.h"

#include <string.h>

#include "base/limits.h"
#include "readers/decode.h"

#define TAB_COLUMNS 8
#define LINK_BYTES_MAX 2048

rc_status rc_markup_init(rc_markup *m, rc_arena *a, rc_doc *d, rc_err *err)
{
    *m = (rc_markup){.arena = a, .doc = d};
    rc_status status = rc_decode(a, d, RC_STR_NONE, err);
    if (status != RC_OK)
        return status;
    m->meta = (rc_meta){.arena = a, .doc = d, .from = RC_DATE_FRONT_MATTER};
    rc_build_init(&m->build, a, d, d->source.len + d->source.len / 4 + 64);
    return RC_OK;
}

static rc_markup_line line_at(rc_str s, size_t at, size_t *ret_next)
{
    size_t end = at + rc_str_find(rc_str_sub(s, at, s.len), '\n');
    rc_markup_line line = {.start = at};
    *ret_next = end < s.len ? end + 1 : end;
    while (line.start < end && (s.ptr[line.start] == ' ' || s.ptr[line.start] == '\t'))
        line.indent += s.ptr[line.start++] == '\t' ? TAB_COLUMNS : 1;
    while (end > line.start && strchr(" \t\r\f\v", s.ptr[end - 1]))
        end--;
    line.end = end;
    line.text = rc_str_sub(s, line.start, end);
    return line;
}

rc_status rc_markup_next(rc_markup *m, rc_markup_line *ret)
{
    if (m->at >= m->doc->source.len || m->doc->block_count >= RC_BLOCKS_MAX)
        return RC_NONE;
    *ret = line_at(m->doc->source, m->at, &m->at);
    return RC_OK;
}

rc_markup_line rc_markup_peek(const rc_markup *m)
{
    size_t next;
    return line_at(m->doc->source, m->at, &next);
}

void rc_markup_end(rc_markup *m, rc_block_kind kind, uint8_t level)
{
    rc_span span;
    rc_str text = rc_build_block(&m->build);
    if (kind == RC_BLOCK_TITLE && text.len)
        rc_meta_put_field(&m->meta, RC_META_TITLE, 10, text);
    if (!rc_build_end(&m->build, &span))
        return;
    rc_block *b = rc_doc_add_block(m->arena, m->doc, kind, span);
    b->level = level;
    if (kind != RC_BLOCK_TABLE_CELL)
        return;
    b->table = m->doc->table_count;
    b->row = m->row;
    b->column = m->column;
    b->head = level == 1; /* callers give 1 for a head row */
    b->level = 0;
}

static bool is_boundary(char c)
{
    return c == 0 || strchr(" \t\r\n.,;:!?()[]{}<>\"'/|-", c) != NULL;
}

/* Whether the run of marks {at, end} opens or closes something: a word on one side only. */
static bool is_mark(rc_str s, size_t at, size_t end)
{
    char before = at > 0 ? s.ptr[at - 1] : 0, after = end < s.len ? s.ptr[end] : 0;
    return is_boundary(before) != is_boundary(after);
}

/* Behind the bracket that opens a link's text; `at` where none does before the next space. */
static size_t link_text(rc_str rest, size_t at, bool *in_link)
{
    size_t n = 0;
    while (n < rest.len && rest.ptr[n] != ' ' && rest.ptr[n] != '[')
        n++;
    if (n == rest.len || rest.ptr[n] != '[')
        return at;
    *in_link = true;
    return at + n + 1;
}

/* The end of what is no text at `at`: a mark, the address of a link; or `at`. */
static size_t skip_mark(rc_str s, size_t at, size_t to, bool *in_link)
{
    char c = s.ptr[at];
    if (c == '*' || c == '_' || c == '`') {
        size_t end = at;
        while (end < to && s.ptr[end] == c)
            end++;
        return is_mark(s, at, end) ? end : at;
    }
    rc_str rest = rc_str_sub(s, at, to < at + LINK_BYTES_MAX ? to : at + LINK_BYTES_MAX);
    bool address =
        rc_str_starts(rest, RC_STR("http://")) || rc_str_starts(rest, RC_STR("https://"));
    if (address || rc_str_starts(rest, RC_STR("link:")) || rc_str_starts(rest, RC_STR("xref:")))
        return link_text(rest, at, in_link);
    if (rc_str_starts(rest, RC_STR(" <http"))) {
        size_t n = rc_str_find(rest, '>');
        return n < rest.len ? at + n + 1 : at;
    }
    if (c == ']' && *in_link) {
        *in_link = false;
        return at + 1;
    }
    return at;
}

void rc_markup_inline(rc_markup *m, size_t from, size_t to)
{
    rc_str s = m->doc->source;
    bool in_link = false;
    size_t plain = from;
    for (size_t at = from; at < to;) {
        char c = s.ptr[at];
        bool special = c == '*' || c == '_' || c == '`' || c == 'h' || c == 'l' || c == 'x' ||
                       (c == ' ' && s.ptr[at + 1] == '<') || c == ']';
        size_t end = special ? skip_mark(s, at, to, &in_link) : at;
        if (end == at) {
            at++;
            continue;
        }
        rc_build_source(&m->build, plain, at);
        plain = at = end;
    }
    rc_build_source(&m->build, plain, to);
}

void rc_markup_line_block(rc_markup *m, rc_span s, rc_block_kind kind, uint8_t level)
{
    rc_markup_inline(m, s.start, s.end);
    rc_markup_end(m, kind, level);
}

rc_status rc_markup_field(rc_str line, rc_str *ret_name, rc_str *ret_value)
{
    if (line.len < 3 || line.ptr[0] != ':' || line.ptr[1] == ':' || line.ptr[1] == ' ')
        return RC_NONE;
    size_t close = rc_str_find(rc_str_sub(line, 1, line.len), ':') + 1;
    if (close >= line.len || (close + 1 < line.len && line.ptr[close + 1] != ' '))
        return RC_NONE;
    *ret_name = rc_str_sub(line, 1, close);
    *ret_value = rc_str_trim(rc_str_sub(line, close + 1, line.len));
    return RC_OK;
}
