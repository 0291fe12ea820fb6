/* AsciiDoc: the block structure of its language documentation. Listings, literal and pass-through
 * blocks and comments are left out; example, side bar and quotation blocks are read. */
#include <string.h>

#include "base/limits.h"
#include "readers/internal.h"
#include "readers/lines.h"
#include "readers/markup.h"

typedef struct {
    rc_markup m;
    bool in_header, quote, table_head;
    uint32_t columns; /* of the table: cells of its first line */
} reader;

int rc_read_asciidoc_detect(rc_str path, rc_str bytes)
{
    (void)bytes;
    return rc_path_has_extension(path, "adoc") || rc_path_has_extension(path, "asciidoc") ||
                   rc_path_has_extension(path, "asc")
               ? RC_SURE_NAME
               : RC_SURE_NOT;
}

/* A delimiter: four or more of one character, alone on a line. */
static char delimiter(rc_str line)
{
    if (line.len < 4 || !strchr("-.+/=*_", line.ptr[0]))
        return 0;
    for (size_t i = 1; i < line.len; i++) {
        if (line.ptr[i] != line.ptr[0])
            return 0;
    }
    return line.ptr[0];
}

static void skip_to(reader *r, rc_str close)
{
    rc_markup_line line;
    while (rc_markup_next(&r->m, &line) == RC_OK && !rc_str_eq(line.text, close)) {
    }
}

/* Length of a run of `c` at the start that a space follows, or 0. */
static size_t run(rc_str s, char c)
{
    size_t n = 0;
    while (n < s.len && s.ptr[n] == c)
        n++;
    return n > 0 && n < 7 && n < s.len && s.ptr[n] == ' ' ? n : 0;
}

static void table_line(reader *r, const rc_markup_line *line)
{
    rc_str s = r->m.doc->source;
    uint32_t cells = 0;
    for (size_t at = line->start; at < line->end;) {
        size_t bar = at + rc_str_find(rc_str_sub(s, at, line->end), '|');
        if (bar > at || at == line->start)
            rc_markup_inline(&r->m, at, bar); /* what goes on from the line before, too */
        if (bar >= line->end)
            break;
        rc_markup_end(&r->m, RC_BLOCK_TABLE_CELL, r->table_head);
        r->m.column++;
        cells++;
        if (r->columns && r->m.column >= r->columns) {
            r->m.column = 0;
            r->m.row++;
            r->table_head = false;
        }
        at = bar + 1;
    }
    if (!r->columns)
        r->columns = cells;
    rc_build_space(&r->m.build, line->end, line->end + 1);
}

static void read_table(reader *r)
{
    rc_markup_line line;
    r->m.doc->table_count++;
    r->m.row = 0;
    r->m.column = UINT32_MAX; /* the first bar opens column 0 */
    r->columns = 0;
    r->table_head = true;
    while (rc_markup_next(&r->m, &line) == RC_OK && !rc_str_starts(line.text, RC_STR("|==="))) {
        if (line.text.len)
            table_line(r, &line);
    }
    rc_markup_end(&r->m, RC_BLOCK_TABLE_CELL, r->table_head);
}

static rc_block_kind plain_kind(const reader *r)
{
    return r->quote ? RC_BLOCK_QUOTATION : RC_BLOCK_PARAGRAPH;
}

static void heading(reader *r, const rc_markup_line *line, size_t marks)
{
    bool title = marks == 1 && r->m.doc->block_count == 0;
    rc_span span = {(uint32_t)(line->start + marks), (uint32_t)line->end};
    rc_markup_line_block(&r->m, span, title ? RC_BLOCK_TITLE : RC_BLOCK_HEADING,
                         title ? 0 : (uint8_t)marks);
    r->in_header = title;
}

/* Lines under the title: attributes, author, revision. */
static bool header_line(reader *r, const rc_markup_line *line)
{
    rc_str name, value;
    rc_span date;
    if (rc_markup_field(line->text, &name, &value) == RC_OK) {
        rc_meta_put(&r->m.meta, name, value);
        return true;
    }
    if (!r->in_header || line->text.len == 0)
        return false;
    if (rc_line_find_date(line->text, &date))
        rc_meta_put_field(&r->m.meta, RC_META_DATE, 7,
                          rc_str_sub(line->text, date.start, date.end));
    else
        rc_meta_put_field(&r->m.meta, RC_META_AUTHOR, 6,
                          rc_str_sub(line->text, 0, rc_str_find(line->text, '<')));
    return true;
}

/* Lines that are a block, or none, by themselves. */
static bool special_line(reader *r, const rc_markup_line *line)
{
    rc_str s = line->text;
    char kind = delimiter(s);
    if (kind == '-' || kind == '.' || kind == '+' || kind == '/')
        skip_to(r, s);
    else if (kind == '_')
        r->quote = !r->quote;
    else if (rc_str_starts(s, RC_STR("|===")))
        read_table(r);
    else if (run(s, '=') && line->indent == 0)
        heading(r, line, run(s, '='));
    else if (s.len > 2 && s.ptr[0] == '.' && s.ptr[1] != '.' && s.ptr[1] != ' ')
        rc_markup_line_block(&r->m, (rc_span){(uint32_t)line->start + 1, (uint32_t)line->end},
                             RC_BLOCK_CAPTION, 0);
    else
        return kind || rc_str_starts(s, RC_STR("//")) || rc_str_eq(s, RC_STR("+")) ||
               rc_str_eq(s, RC_STR("--")) || rc_str_eq(s, RC_STR("'''")) ||
               rc_str_eq(s, RC_STR("<<<")) ||
               (s.ptr[0] == '[' && s.ptr[s.len - 1] == ']' && rc_str_find(s, ' ') == s.len) ||
               (rc_str_starts(s, RC_STR("image::")) || rc_str_starts(s, RC_STR("include::")));
    return true;
}

static size_t item_mark(rc_str s, uint8_t *ret_level)
{
    size_t n = run(s, '*');
    if (!n)
        n = run(s, '.');
    *ret_level = n ? (uint8_t)n : 1;
    return n ? n + 1 : rc_line_list_mark(s);
}

static void read_lines(reader *r)
{
    rc_markup_line line;
    rc_block_kind kind = RC_BLOCK_PARAGRAPH;
    uint8_t level = 0;
    while (rc_markup_next(&r->m, &line) == RC_OK) {
        if (line.text.len == 0) {
            rc_markup_end(&r->m, kind, level);
            r->in_header = false;
            continue;
        }
        bool open = !rc_build_is_empty(&r->m.build);
        uint8_t item_level = 0;
        size_t mark = item_mark(line.text, &item_level);
        if (!open && (header_line(r, &line) || special_line(r, &line)))
            continue;
        if (open && (mark || delimiter(line.text) || rc_str_eq(line.text, RC_STR("+")))) {
            rc_markup_end(&r->m, kind, level);
            if (!mark && special_line(r, &line))
                continue;
            open = false;
        }
        if (!open) {
            kind = mark ? RC_BLOCK_LIST_ITEM : plain_kind(r);
            level = mark ? item_level : 0;
        }
        rc_markup_inline(&r->m, line.start + mark, line.end);
        rc_build_space(&r->m.build, line.end, line.end + 1);
    }
    rc_markup_end(&r->m, kind, level);
}

rc_status rc_read_asciidoc(rc_arena *a, rc_doc *d, rc_err *err)
{
    reader r = {.in_header = false};
    rc_status status = rc_markup_init(&r.m, a, d, err);
    if (status != RC_OK)
        return status;
    read_lines(&r);
    rc_build_finish(&r.m.build);
    return d->block_count >= RC_BLOCKS_MAX
               ? rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "too many paragraphs")
               : RC_OK;
}
