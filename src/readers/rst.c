/* reStructuredText: the block structure of its specification. Directives that hold text (notes,
 * warnings, topics) are read; all others, comments and literal blocks are left out. */
#include <string.h>

#include "base/limits.h"
#include "readers/internal.h"
#include "readers/lines.h"
#include "readers/markup.h"

#define LEVELS_MAX 16
#define COLUMNS_MAX 64

typedef struct {
    rc_markup m;
    char styles[LEVELS_MAX]; /* the sign that underlines headings of each level, in order met */
    size_t style_count;
    bool literal; /* the paragraph ended in "::": what is indented next is left out */
} reader;

int rc_read_rst_detect(rc_str path, rc_str bytes)
{
    (void)bytes;
    return rc_path_has_extension(path, "rst") || rc_path_has_extension(path, "rest") ? RC_SURE_NAME
                                                                                     : RC_SURE_NOT;
}

/* A line of one sign of punctuation, as under a heading; the sign, or 0. */
static char adornment(rc_str s)
{
    if (s.len < 3 || !strchr("=-`:.'\"~^_*+#<>!$%&(),/;?@[]{|}\\", s.ptr[0]))
        return 0;
    for (size_t i = 1; i < s.len; i++) {
        if (s.ptr[i] != s.ptr[0])
            return 0;
    }
    return s.ptr[0];
}

static uint8_t level_of(reader *r, char sign)
{
    for (size_t i = 0; i < r->style_count; i++) {
        if (r->styles[i] == sign)
            return (uint8_t)(i + 1);
    }
    if (r->style_count < LEVELS_MAX)
        r->styles[r->style_count++] = sign;
    return (uint8_t)r->style_count;
}

static void heading(reader *r, const rc_markup_line *line, char sign)
{
    uint8_t level = level_of(r, sign);
    bool title = level == 1 && r->m.doc->block_count == 0;
    rc_markup_line_block(&r->m, (rc_span){(uint32_t)line->start, (uint32_t)line->end},
                         title ? RC_BLOCK_TITLE : RC_BLOCK_HEADING, title ? 0 : level);
}

/* Passes over what is indented deeper than `indent`, blank lines included. */
static void skip_indented(reader *r, uint32_t indent)
{
    rc_markup_line line;
    while (r->m.at < r->m.doc->source.len) {
        rc_markup_line next = rc_markup_peek(&r->m);
        if (next.text.len && next.indent <= indent)
            return;
        if (rc_markup_next(&r->m, &line) != RC_OK)
            return;
    }
}

/* ".. name::" and comments. */
static void directive(reader *r, const rc_markup_line *line)
{
    static const char *const read[] = {
        "note", "warning",    "tip",   "important", "caution",      "danger",         "attention",
        "hint", "admonition", "topic", "sidebar",   "versionadded", "versionchanged", "deprecated"};
    rc_str rest = rc_str_trim(rc_str_sub(line->text, 2, line->text.len));
    rc_str name = rc_str_sub(rest, 0, rc_str_find(rest, ':'));
    for (size_t i = 0; i < sizeof(read) / sizeof(read[0]); i++) {
        if (!rc_str_eq(name, rc_str_from(read[i])))
            continue;
        size_t from = (size_t)(name.ptr - r->m.doc->source.ptr) + name.len;
        while (from < line->end && (r->m.doc->source.ptr[from] == ':'))
            from++;
        rc_markup_inline(&r->m, from, line->end);
        rc_build_space(&r->m.build, line->end, line->end + 1);
        return;
    }
    skip_indented(r, line->indent);
}

/* "=====  =====": column starts of a simple table; their number, or 0. */
static size_t simple_columns(rc_str s, uint32_t starts[COLUMNS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] != '=' && s.ptr[i] != ' ')
            return 0;
        if (s.ptr[i] == '=' && (i == 0 || s.ptr[i - 1] == ' ') && count < COLUMNS_MAX)
            starts[count++] = (uint32_t)i;
    }
    return count > 1 ? count : 0;
}

static void simple_row(reader *r, const rc_markup_line *line, size_t base, const uint32_t *starts,
                       size_t columns, bool head)
{
    for (size_t c = 0; c < columns; c++) {
        size_t from = base + starts[c], to = c + 1 < columns ? base + starts[c + 1] : line->end;
        from = from > line->start ? from : line->start;
        to = to < line->end ? to : line->end;
        r->m.column = (uint32_t)c;
        if (from < to)
            rc_markup_inline(&r->m, from, to);
        rc_markup_end(&r->m, RC_BLOCK_TABLE_CELL, head);
    }
    r->m.row++;
}

static void simple_table(reader *r, const rc_markup_line *first)
{
    uint32_t starts[COLUMNS_MAX], other[COLUMNS_MAX];
    size_t columns = simple_columns(first->text, starts);
    r->m.doc->table_count++;
    r->m.row = 0;
    rc_markup_line line;
    unsigned rules = 1;
    while (rc_markup_next(&r->m, &line) == RC_OK) {
        if (simple_columns(line.text, other)) {
            rc_markup_line next = rc_markup_peek(&r->m);
            if (++rules == 3 || next.text.len == 0)
                return;
        } else if (line.text.len) {
            size_t base = line.start - line.indent + first->indent;
            simple_row(r, &line, base, starts, columns, rules == 1);
        }
    }
}

/* A grid table: a row is the lines between two rules; cells of one line each, or joined. */
static void grid_table(reader *r)
{
    rc_markup_line line;
    bool head = false;
    r->m.doc->table_count++;
    r->m.row = 0;
    while (r->m.at < r->m.doc->source.len) {
        line = rc_markup_peek(&r->m);
        if (line.text.len == 0 || (line.text.ptr[0] != '|' && line.text.ptr[0] != '+'))
            return;
        if (rc_markup_next(&r->m, &line) != RC_OK)
            return;
        if (line.text.ptr[0] == '+') {
            head = false;
            continue;
        }
        size_t at = line.start + 1;
        for (r->m.column = 0; at < line.end; r->m.column++) {
            size_t bar = at + rc_str_find(rc_str_sub(r->m.doc->source, at, line.end), '|');
            rc_markup_inline(&r->m, at, bar);
            rc_markup_end(&r->m, RC_BLOCK_TABLE_CELL, head || r->m.row == 0);
            at = bar + 1;
        }
        r->m.row++;
    }
}

/* Lines that are a block, or none, by themselves. */
static bool special_line(reader *r, const rc_markup_line *line)
{
    rc_str s = line->text, name, value;
    uint32_t starts[COLUMNS_MAX];
    rc_markup_line next = rc_markup_peek(&r->m);
    char under = adornment(next.text);
    if (rc_str_starts(s, RC_STR("..")) && (s.len == 2 || s.ptr[2] == ' ')) {
        directive(r, line);
    } else if (simple_columns(s, starts)) {
        simple_table(r, line);
    } else if (rc_str_starts(s, RC_STR("+-")) || rc_str_starts(s, RC_STR("+="))) {
        grid_table(r);
    } else if (rc_markup_field(s, &name, &value) == RC_OK) {
        if (r->m.doc->block_count <= 1)
            rc_meta_put(&r->m.meta, name, value);
        else
            return false;
    } else if (!adornment(s) && under && next.text.len + 1 >= rc_line_width(s)) {
        heading(r, line, under);
        (void)rc_markup_next(&r->m, &next);
    } else {
        return adornment(s) != 0;
    }
    return true;
}

static void add_line(reader *r, const rc_markup_line *line, size_t mark)
{
    size_t end = line->end;
    r->literal = rc_str_ends(line->text, RC_STR("::"));
    if (r->literal)
        end--;
    rc_markup_inline(&r->m, line->start + mark, end);
    rc_build_space(&r->m.build, line->end, line->end + 1);
}

static void read_lines(reader *r)
{
    rc_markup_line line;
    rc_block_kind kind = RC_BLOCK_PARAGRAPH;
    uint8_t level = 0;
    uint32_t indent = 0;
    while (rc_markup_next(&r->m, &line) == RC_OK) {
        bool open = !rc_build_is_empty(&r->m.build);
        size_t mark = line.text.len ? rc_line_list_mark(line.text) : 0;
        if (line.text.len == 0 || (open && mark)) {
            rc_markup_end(&r->m, kind, level);
            open = false;
            if (r->literal)
                skip_indented(r, indent);
            r->literal = false;
            kind = RC_BLOCK_PARAGRAPH;
            level = 0;
        }
        if (line.text.len == 0 || (!open && special_line(r, &line)))
            continue;
        if (!open && rc_build_is_empty(&r->m.build)) {
            kind = mark ? RC_BLOCK_LIST_ITEM : RC_BLOCK_PARAGRAPH;
            level = mark ? (uint8_t)(1 + (line.indent < 32 ? line.indent / 2 : 16)) : 0;
            indent = line.indent;
        }
        add_line(r, &line, mark);
    }
    rc_markup_end(&r->m, kind, level);
}

rc_status rc_read_rst(rc_arena *a, rc_doc *d, rc_err *err)
{
    reader r = {.style_count = 0};
    rc_status status = rc_markup_init(&r.m, a, d, err);
    if (status != RC_OK)
        return status;
    read_lines(&r);
    rc_build_finish(&r.m.build);
    return d->block_count >= RC_BLOCKS_MAX
               ? rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "too many paragraphs")
               : RC_OK;
}
