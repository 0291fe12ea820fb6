/* Markdown (CommonMark with tables, strike-through and task lists) by md4c, whose text pointers
 * lead back into the source. Code blocks and HTML blocks are left out, as are the texts of images
 * and what is struck through; inline code stays, since the sentence around it needs it. */
#include <md4c.h>
#include <string.h>

#include "base/limits.h"
#include "readers/build.h"
#include "readers/decode.h"
#include "readers/entity.h"
#include "readers/front.h"
#include "readers/internal.h"
#include "readers/lines.h"

#define LABEL_WIDTH 80 /* a line that ends without a full stop, and could be one of a list */

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_meta meta;
    rc_build build;
    rc_wrap wrap;
    size_t last_end;   /* in source: end of the text last seen */
    size_t skip_until; /* in source: what lies before is a footnote mark */
    size_t break_at;   /* in source: the line break that waits to be judged; 0: none */
    uint32_t quotes, lists, hidden, table, row, column;
    uint32_t strong_bytes, strong; /* bytes of this block that stand in bold */
    uint8_t heading_level;         /* of the last heading */
    bool in_heading, head_row, label, in_head, front_title, block_strong;
} reader;

int rc_read_markdown_detect(rc_str path, rc_str bytes)
{
    if (rc_path_has_extension(path, "md") || rc_path_has_extension(path, "markdown") ||
        rc_path_has_extension(path, "mdown") || rc_path_has_extension(path, "mkd") ||
        rc_path_has_extension(path, "mdx") || rc_path_has_extension(path, "qmd"))
        return RC_SURE_NAME;
    rc_str start = rc_str_sub(bytes, 0, 4);
    return rc_str_eq(start, RC_STR("---\n")) && rc_front_length(bytes) ? RC_SURE_TEXT + 1
                                                                       : RC_SURE_NOT;
}

/* ---- blocks ---- */

static rc_block_kind paragraph_kind(const reader *r)
{
    if (r->lists)
        return RC_BLOCK_LIST_ITEM;
    return r->quotes ? RC_BLOCK_QUOTATION : RC_BLOCK_PARAGRAPH;
}

/* In the head of a document, a short line with a date is its dateline. */
static bool is_byline(reader *r, rc_str text)
{
    rc_span date;
    if (!r->in_head || !rc_line_is_dateline(text, &date))
        return false;
    if (!r->doc->dateline_text.len) {
        r->doc->dateline_text = rc_arena_str(r->arena, rc_str_sub(text, date.start, date.end));
        r->doc->date_source = RC_DATE_DATELINE;
    }
    return true;
}

static rc_block_kind judged_kind(reader *r, rc_block_kind kind, rc_str text)
{
    if (kind != RC_BLOCK_PARAGRAPH)
        return kind;
    if (is_byline(r, text))
        return RC_BLOCK_BYLINE;
    bool sentence = rc_line_ends_sentence(text);
    if (sentence && rc_line_words(text) > 8)
        r->in_head = false;
    /* A short paragraph all in bold is a heading that was not marked as one. */
    if (r->strong_bytes >= text.len && !sentence && rc_line_width(text) <= 120 &&
        text.ptr[text.len - 1] != ':')
        return RC_BLOCK_HEADING;
    return kind;
}

static void end_block(reader *r, rc_block_kind kind, uint8_t level)
{
    rc_span span;
    r->break_at = 0;
    rc_str text = rc_build_block(&r->build);
    if (text.len)
        kind = judged_kind(r, kind, text);
    r->strong_bytes = 0;
    if (!rc_build_end(&r->build, &span))
        return;
    rc_block *b = rc_doc_add_block(r->arena, r->doc, kind, span);
    b->level = kind == RC_BLOCK_LIST_ITEM ? (uint8_t)(r->lists < 200 ? r->lists : 200) : level;
    if (kind == RC_BLOCK_TABLE_CELL) {
        b->table = r->table;
        b->row = r->row;
        b->column = r->column;
        b->head = r->head_row;
    } else if (kind == RC_BLOCK_HEADING && level) {
        r->heading_level = level;
    } else if (kind == RC_BLOCK_HEADING) {
        b->level = (uint8_t)(r->heading_level + 1);
    }
}

static void end_paragraph(reader *r)
{
    end_block(r, paragraph_kind(r), 0);
}

/* The first heading of level 1 is the title; that of the front matter says the same, or goes. */
static void end_heading(reader *r, uint8_t level)
{
    rc_doc *d = r->doc;
    bool first = level == 1 && (d->block_count == r->front_title);
    rc_str text = rc_build_block(&r->build);
    if (!first || text.len == 0) {
        end_block(r, RC_BLOCK_HEADING, level);
        return;
    }
    if (r->front_title && !rc_ascii_equal(text, d->title)) {
        end_block(r, RC_BLOCK_HEADING, level);
        return;
    }
    if (r->front_title)
        d->block_count = 0;
    if (!d->title.len)
        d->title = rc_arena_str(r->arena, text);
    end_block(r, RC_BLOCK_TITLE, 0);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    reader *r = user;
    (void)detail;
    if (r->doc->block_count >= RC_BLOCKS_MAX)
        return -1;
    switch (type) {
    case MD_BLOCK_QUOTE:
        end_paragraph(r);
        r->quotes++;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        end_paragraph(r);
        r->lists++;
        break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
        end_paragraph(r);
        r->hidden++;
        break;
    case MD_BLOCK_TABLE:
        end_paragraph(r);
        r->table = ++r->doc->table_count;
        r->row = UINT32_MAX;
        break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        r->head_row = type == MD_BLOCK_THEAD;
        break;
    case MD_BLOCK_TR:
        r->row++;
        r->column = UINT32_MAX;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        r->column++;
        break;
    case MD_BLOCK_LI:
    case MD_BLOCK_H:
    case MD_BLOCK_P:
        end_paragraph(r);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
        break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    reader *r = user;
    switch (type) {
    case MD_BLOCK_QUOTE:
        end_paragraph(r);
        r->quotes--;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        end_paragraph(r);
        r->lists--;
        break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
        r->hidden--;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        end_block(r, RC_BLOCK_TABLE_CELL, 0);
        break;
    case MD_BLOCK_H:
        end_heading(r, (uint8_t)((const MD_BLOCK_H_DETAIL *)detail)->level);
        break;
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_DOC:
        end_paragraph(r);
        break;
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
        break;
    }
    return 0;
}

/* ---- spans and text ---- */

static bool is_hidden_span(MD_SPANTYPE type)
{
    return type == MD_SPAN_IMG || type == MD_SPAN_DEL;
}

/* The line of the source in which `at` lies, trimmed of its list and quotation marks. */
static rc_str source_line(const reader *r, size_t at)
{
    rc_str s = r->doc->source;
    size_t start = at;
    while (start > 0 && s.ptr[start - 1] != '\n' && at - start < 512)
        start--;
    rc_str line = rc_str_sub(s, start, at + rc_str_find(rc_str_sub(s, at, at + 512), '\n'));
    while (line.len && strchr(" \t>", line.ptr[0]))
        line = rc_str_sub(line, 1, line.len);
    return rc_str_trim(line);
}

/* A line break within a paragraph that the author meant: between two lines of labels, or after a
 * short line that is no sentence, in a file whose lines are not wrapped. */
static bool is_meant(const reader *r, size_t break_at)
{
    rc_str line = source_line(r, break_at), next = source_line(r, break_at + 1);
    if (line.len == 0 || next.len == 0)
        return false;
    rc_str bold = RC_STR("**");
    if (rc_str_starts(line, bold) && rc_str_starts(next, bold))
        return true;
    if (rc_line_ends_sentence(line) || strchr(",;-", line.ptr[line.len - 1]) ||
        rc_line_width(line) > LABEL_WIDTH)
        return false;
    return !rc_wrap_joins(&r->wrap, line, next);
}

/* Decides on a break that was put off until what follows is known. */
static void settle_break(reader *r)
{
    if (!r->break_at)
        return;
    size_t at = r->break_at;
    r->break_at = 0;
    if (is_meant(r, at) && !r->in_heading)
        end_paragraph(r);
    else
        rc_build_space(&r->build, at, at + 1);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    reader *r = user;
    (void)detail;
    r->hidden += is_hidden_span(type);
    r->strong += type == MD_SPAN_STRONG;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    reader *r = user;
    (void)detail;
    r->hidden -= is_hidden_span(type);
    r->strong -= type == MD_SPAN_STRONG;
    return 0;
}

/* "[^1]" and "[!NOTE]" are marks, not text: returns the end of the one at `at`, or 0. */
static size_t mark_end(rc_str s, size_t at)
{
    if (s.ptr[at] != '[' || (s.ptr[at + 1] != '^' && s.ptr[at + 1] != '!'))
        return 0;
    for (size_t i = at + 2; i < s.len && i < at + 40; i++) {
        if (s.ptr[i] == ']')
            return i + 1 < s.len && s.ptr[i + 1] == ':' ? i + 2 : i + 1;
        if (s.ptr[i] == ' ' || s.ptr[i] == '\n')
            return 0;
    }
    return 0;
}

static void add_source(reader *r, size_t from, size_t to)
{
    rc_str s = r->doc->source;
    if (from < r->skip_until)
        from = r->skip_until < to ? r->skip_until : to;
    for (size_t at = from; at < to; at++) {
        size_t end = s.ptr[at] == '[' ? mark_end(s, at) : 0;
        if (!end)
            continue;
        rc_build_source(&r->build, from, at);
        r->skip_until = end;
        from = end < to ? end : to;
        at = from - 1;
    }
    rc_build_source(&r->build, from, to);
}

static void add_entity(reader *r, size_t from, size_t to)
{
    char out[RC_ENTITY_BYTES];
    size_t length, n = rc_entity_read(r->doc->source, from, out, &length);
    if (n)
        rc_build_piece(&r->build, (rc_str){out, length}, from, to);
    else
        rc_build_source(&r->build, from, to);
}

static void line_break(reader *r)
{
    rc_str s = r->doc->source;
    size_t at = r->last_end;
    while (at < s.len && s.ptr[at] != '\n')
        at++;
    settle_break(r);
    r->break_at = at < s.len ? at : 0;
    r->last_end = at + 1;
}

static bool is_break_tag(rc_str tag)
{
    return tag.len >= 3 && rc_ascii_equal(rc_str_sub(tag, 0, 3), RC_STR("<br"));
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    reader *r = user;
    rc_str s = r->doc->source;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        if (!r->hidden)
            line_break(r);
        return 0;
    }
    if (text < s.ptr || text >= s.ptr + s.len)
        return 0; /* white space of md4c's own */
    size_t from = (size_t)(text - s.ptr), to = from + size;
    r->last_end = to;
    if (r->hidden)
        return 0;
    settle_break(r);
    if (type == MD_TEXT_HTML) {
        if (is_break_tag((rc_str){text, size}))
            rc_build_space(&r->build, from, to);
        return 0;
    }
    size_t before = rc_build_block(&r->build).len;
    if (type == MD_TEXT_ENTITY)
        add_entity(r, from, to);
    else
        add_source(r, from, to);
    if (r->strong)
        r->strong_bytes += (uint32_t)(rc_build_block(&r->build).len - before);
    return 0;
}

/* ---- the whole ---- */

static size_t read_front(reader *r)
{
    rc_doc *d = r->doc;
    size_t length = rc_front_length(d->source);
    if (!length)
        return 0;
    rc_str front = rc_str_sub(d->source, 0, length);
    rc_front_read(&r->meta, front);
    rc_span at, span;
    if (rc_front_title(d, front, &at) == RC_OK) {
        rc_build_source(&r->build, at.start, at.end);
        if (rc_build_end(&r->build, &span)) {
            rc_doc_add_block(r->arena, d, RC_BLOCK_TITLE, span);
            r->front_title = true;
        }
    }
    return length;
}

rc_status rc_read_markdown(rc_arena *a, rc_doc *d, rc_err *err)
{
    rc_status status = rc_decode(a, d, RC_STR_NONE, err);
    if (status != RC_OK)
        return status;
    reader r = {.arena = a, .doc = d, .heading_level = 1, .in_head = true};
    r.meta = (rc_meta){.arena = a, .doc = d, .from = RC_DATE_FRONT_MATTER};
    /* References of five bytes may stand for six, and every block may end in a line feed. */
    rc_build_init(&r.build, a, d, d->source.len + d->source.len / 4 + 64);
    r.wrap = rc_wrap_measure(d->source);
    size_t front = read_front(&r);
    MD_PARSER parser = {0,           MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
                        enter_block, leave_block,
                        enter_span,  leave_span,
                        on_text,     NULL,
                        NULL};
    rc_str body = rc_str_sub(d->source, front, d->source.len);
    if (md_parse(body.ptr, (MD_SIZE)body.len, &parser, &r) != 0)
        return rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "too many paragraphs");
    rc_build_finish(&r.build);
    return RC_OK;
}
