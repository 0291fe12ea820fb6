/* HTML. A stack of open elements is kept with the implied end tags that matter for text
 * (paragraphs, list items, rows, cells); each element knows what its text is (kind, level, part of
 * the page). Closing an element is looked up, not searched, so that any nesting costs linear time.
 */
#include <string.h>

#include "base/limits.h"
#include "readers/build.h"
#include "readers/decode.h"
#include "readers/entity.h"
#include "readers/html_page.h"
#include "readers/html_token.h"
#include "readers/internal.h"

#define DEPTH_MAX ((size_t)1 << 16) /* deeper elements are not kept track of */
#define PARTS_MAX ((size_t)1 << 20)
#define COLUMNS_MAX 64 /* in which a cell may reach into the rows below */
#define SPAN_MAX 1000
#define NOT_OPEN UINT32_MAX

typedef struct {
    rc_tag tag;
    uint32_t outer; /* the next outer open element of the same tag, or NOT_OPEN */
    uint32_t part;
    uint8_t kind, level;
    bool skipped, preformatted, head;
} element;

typedef struct {
    uint32_t number, row, column, next_column;
    uint32_t free_from[COLUMNS_MAX]; /* first row in which the column is free again */
} table;

typedef struct {
    rc_html_page page;
    rc_build build;
    rc_html_scan scan;
    element *stack;
    size_t depth, capacity;
    uint32_t last_open[RC_TAG_COUNT]; /* index of the innermost open element of each tag */
    table *tables;
    size_t table_depth, table_capacity;
    size_t link_depth; /* depth + 1 where the open link began; 0: none */
    uint32_t link_bytes;
    rc_span break_at; /* a <br> that waits to be judged; empty: none */
    rc_build_mark sup;
    bool in_sup, has_time, titled;
} reader;

int rc_read_html_detect(rc_str path, rc_str bytes)
{
    rc_str start = rc_str_trim(rc_str_sub(bytes, 0, 512));
    if (rc_str_starts(start, RC_STR("\xef\xbb\xbf")))
        start = rc_str_trim(rc_str_sub(start, 3, start.len));
    if (rc_ascii_equal(rc_str_sub(start, 0, 14), RC_STR("<!doctype html")) ||
        rc_ascii_equal(rc_str_sub(start, 0, 5), RC_STR("<html")))
        return RC_SURE_CONTENT;
    return rc_path_has_extension(path, "html") || rc_path_has_extension(path, "htm") ||
                   rc_path_has_extension(path, "xhtml")
               ? RC_SURE_NAME
               : RC_SURE_NOT;
}

static element *top(reader *r)
{
    return &r->stack[r->depth - 1];
}

/* ---- blocks ---- */

static void end_block(reader *r)
{
    rc_span span;
    element *e = top(r);
    rc_html_block b = {.part = e->part, .link_bytes = r->link_bytes, .has_time = r->has_time};
    r->link_bytes = 0;
    r->has_time = false;
    r->in_sup = false;
    r->break_at = (rc_span){0, 0};
    if (!rc_build_end(&r->build, &span))
        return;
    b.block = (rc_block){.kind = (rc_block_kind)e->kind, .level = e->level, .span = span};
    if (b.block.kind == RC_BLOCK_TABLE_CELL && r->table_depth) {
        const table *t = &r->tables[r->table_depth - 1];
        b.block.table = t->number;
        b.block.row = t->row;
        b.block.column = t->column;
        b.block.head = e->head;
    }
    rc_html_page *p = &r->page;
    p->parts[b.part].prose += span.end - span.start - b.link_bytes;
    RC_PUSH(p->arena, p->blocks, p->block_count, p->block_capacity, b);
}

static void settle_break(reader *r, char next)
{
    rc_span at = r->break_at;
    if (at.end == at.start || next == ' ' || next == '\n' || next == '\t' || next == '\r')
        return;
    bool goes_on = (next >= 'a' && next <= 'z') || next == ',' || next == ')';
    uint8_t kind = top(r)->kind;
    if (goes_on || kind == RC_BLOCK_TABLE_CELL || kind == RC_BLOCK_HEADING)
        rc_build_space(&r->build, at.start, at.end);
    else
        end_block(r);
    r->break_at = (rc_span){0, 0};
}

static void text_piece(reader *r, size_t from, size_t to)
{
    rc_str s = r->scan.in;
    while (from < to) {
        const char *next = memchr(s.ptr + from, '&', to - from);
        size_t at = next ? (size_t)(next - s.ptr) : to;
        rc_build_source(&r->build, from, at);
        if (at == to)
            break;
        char out[RC_ENTITY_BYTES];
        size_t length, n = rc_entity_read(rc_str_sub(s, 0, to), at, out, &length);
        if (n == 0)
            rc_build_source(&r->build, at, at + 1);
        else if (!(length == 2 && memcmp(out, "\xc2\xad", 2) == 0)) /* a soft hyphen is no text */
            rc_build_piece(&r->build, (rc_str){out, length}, at, at + n);
        from = at + (n ? n : 1);
    }
}

/* In preformatted text a blank line ends a paragraph. */
static void preformatted(reader *r, size_t from, size_t to)
{
    rc_str s = r->scan.in;
    while (from < to) {
        const char *next = memmem(s.ptr + from, to - from, "\n\n", 2);
        size_t at = next ? (size_t)(next - s.ptr) : to;
        text_piece(r, from, at);
        if (next)
            end_block(r);
        from = at + (next ? 2 : 0);
    }
}

static void on_text(reader *r, size_t from, size_t to)
{
    element *e = top(r);
    if (e->skipped)
        return;
    if (r->break_at.end) {
        size_t at = from;
        while (at < to && strchr(" \n\t\r", r->scan.in.ptr[at]))
            at++;
        if (at < to)
            settle_break(r, r->scan.in.ptr[at]);
    }
    size_t before = rc_build_block(&r->build).len;
    if (e->preformatted)
        preformatted(r, from, to);
    else
        text_piece(r, from, to);
    size_t after = rc_build_block(&r->build).len;
    if (r->link_depth && after > before)
        r->link_bytes += (uint32_t)(after - before);
}

/* ---- open elements ---- */

static uint32_t later(uint32_t a, uint32_t b)
{
    if (a == NOT_OPEN)
        return b;
    return b == NOT_OPEN || a > b ? a : b;
}

static uint32_t innermost(const reader *r, rc_tag a, rc_tag b)
{
    return later(r->last_open[a], r->last_open[b]);
}

/* Whether `a` is open, and within `b`, if that is. */
static bool is_inside(uint32_t a, uint32_t b)
{
    return a != NOT_OPEN && (b == NOT_OPEN || a > b);
}

static void pop(reader *r)
{
    element *e = top(r);
    if ((e->tag == RC_TAG_TABLE || e->tag == RC_TAG_DL) && r->table_depth)
        r->table_depth--;
    r->last_open[e->tag] = e->outer;
    r->depth--;
    if (r->link_depth > r->depth)
        r->link_depth = 0;
}

/* Closes all elements from index `to` on. */
static void pop_to(reader *r, uint32_t to)
{
    end_block(r);
    while (r->depth > to && r->depth > 1)
        pop(r);
}

static uint32_t cell_scope(const reader *r)
{
    uint32_t cell = innermost(r, RC_TAG_TD, RC_TAG_TH);
    return later(later(cell, r->last_open[RC_TAG_CAPTION]), r->last_open[RC_TAG_TABLE]);
}

/* Closes what a start tag ends without saying so (HTML standard, 13.1.2.4 and 13.2.6.4.7). */
static void close_implied(reader *r, rc_tag tag)
{
    uint32_t scope = cell_scope(r), table_at = r->last_open[RC_TAG_TABLE], at = NOT_OPEN;
    if ((rc_tag_flags(tag) & RC_TAG_CLOSES_P) && is_inside(r->last_open[RC_TAG_P], scope))
        pop_to(r, r->last_open[RC_TAG_P]);
    if (tag == RC_TAG_LI) {
        at = r->last_open[RC_TAG_LI];
        scope = later(scope, innermost(r, RC_TAG_UL, RC_TAG_OL));
    } else if (tag == RC_TAG_DT || tag == RC_TAG_DD) {
        at = innermost(r, RC_TAG_DT, RC_TAG_DD);
        scope = later(scope, r->last_open[RC_TAG_DL]);
    } else if (tag == RC_TAG_TD || tag == RC_TAG_TH) {
        at = innermost(r, RC_TAG_TD, RC_TAG_TH);
        scope = table_at;
    } else if (tag == RC_TAG_TR || tag == RC_TAG_TBODY || tag == RC_TAG_THEAD ||
               tag == RC_TAG_TFOOT) {
        at = r->last_open[RC_TAG_TR];
        scope = table_at;
        if (!is_inside(at, scope))
            at = innermost(r, RC_TAG_TD, RC_TAG_TH);
    } else if (tag >= RC_TAG_H1 && tag <= RC_TAG_H6 && top(r)->kind == RC_BLOCK_HEADING) {
        at = r->last_open[top(r)->tag];
    }
    if (is_inside(at, scope))
        pop_to(r, at);
}

/* ---- tables ---- */

static void open_table(reader *r)
{
    if (r->table_depth == r->table_capacity) {
        size_t capacity = r->table_capacity ? r->table_capacity * 2 : 4;
        r->tables =
            rc_arena_grow(r->page.arena, r->tables, r->table_depth, capacity, sizeof(*r->tables));
        r->table_capacity = capacity;
    }
    r->tables[r->table_depth++] = (table){.number = ++r->page.doc->table_count, .row = UINT32_MAX};
}

static uint32_t small_number(rc_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9' && n < SPAN_MAX; i++)
        n = n * 10 + (uint32_t)(s.ptr[i] - '0');
    return n == 0 ? 1 : n < SPAN_MAX ? n : SPAN_MAX;
}

static void open_cell(reader *r, rc_str attributes)
{
    if (!r->table_depth)
        return;
    table *t = &r->tables[r->table_depth - 1];
    rc_str name, value;
    uint32_t columns = 1, rows = 1;
    while (rc_html_attribute(&attributes, &name, &value)) {
        if (rc_ascii_equal(name, RC_STR("colspan")))
            columns = small_number(value);
        else if (rc_ascii_equal(name, RC_STR("rowspan")))
            rows = small_number(value);
    }
    if (t->row == UINT32_MAX)
        t->row = 0;
    t->column = t->next_column;
    while (t->column < COLUMNS_MAX && t->free_from[t->column] > t->row)
        t->column++;
    t->next_column = t->column + columns;
    for (uint32_t c = t->column; c < t->next_column && c < COLUMNS_MAX; c++)
        t->free_from[c] = t->row + rows;
}

static void open_row(reader *r)
{
    if (!r->table_depth)
        return;
    table *t = &r->tables[r->table_depth - 1];
    t->row++;
    t->next_column = 0;
}

/* A term and what is said of it are a row of two cells. */
static void open_term(reader *r, rc_tag tag)
{
    if (!r->table_depth)
        return;
    table *t = &r->tables[r->table_depth - 1];
    if (tag == RC_TAG_DT || t->row == UINT32_MAX)
        t->row++;
    t->column = tag == RC_TAG_DD;
}

/* ---- attributes ---- */

static bool hides(rc_str name, rc_str value)
{
    if (rc_ascii_equal(name, RC_STR("hidden")))
        return true;
    if (rc_ascii_equal(name, RC_STR("aria-hidden")))
        return rc_ascii_equal(value, RC_STR("true"));
    return rc_ascii_equal(name, RC_STR("style")) &&
           (memmem(value.ptr, value.len, "display:none", 12) ||
            memmem(value.ptr, value.len, "display: none", 13));
}

/* Whether an attribute's words say what the element is. */
static bool names_part(rc_str name)
{
    static const char *const names[] = {"class",          "id",         "role", "itemprop",
                                        "data-component", "data-testid"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (rc_ascii_equal(name, rc_str_from(names[i])))
            return true;
    }
    return false;
}

static uint32_t attribute_flags(reader *r, rc_str attributes)
{
    rc_str name, value;
    uint32_t flags = 0;
    while (rc_html_attribute(&attributes, &name, &value)) {
        if (hides(name, value))
            flags |= RC_PART_HIDDEN;
        else if (names_part(name))
            flags |= rc_html_hints(&r->page, value);
    }
    return flags;
}

static uint32_t tag_part(rc_tag tag)
{
    if (tag == RC_TAG_NAV || tag == RC_TAG_ASIDE || tag == RC_TAG_FOOTER || tag == RC_TAG_FORM ||
        tag == RC_TAG_DIALOG || tag == RC_TAG_SEARCH || tag == RC_TAG_MENU)
        return RC_PART_FRAME;
    if (tag == RC_TAG_HEADER)
        return RC_PART_HEADER;
    if (tag == RC_TAG_MAIN)
        return RC_PART_MAIN;
    return tag == RC_TAG_ARTICLE ? RC_PART_ARTICLE : 0;
}

static uint32_t part_flags(reader *r, rc_tag tag, rc_str attributes)
{
    uint32_t flags = attributes.len > 4 ? attribute_flags(r, attributes) : 0;
    if (tag == RC_TAG_HTML || tag == RC_TAG_BODY)
        return flags & RC_PART_HIDDEN;
    bool is_story = tag == RC_TAG_MAIN || tag == RC_TAG_ARTICLE;
    if (is_story || tag == RC_TAG_SECTION)
        flags &= ~(uint32_t)RC_PART_BYLINE;
    if (is_story)
        flags &= ~(uint32_t)(RC_PART_FRAME | RC_PART_HEADER);
    return flags | tag_part(tag);
}

/* ---- tags ---- */

static void push(reader *r, rc_tag tag, element e)
{
    if (r->depth >= DEPTH_MAX)
        return;
    e.tag = tag;
    e.outer = r->last_open[tag];
    r->last_open[tag] = (uint32_t)r->depth;
    RC_PUSH(r->page.arena, r->stack, r->depth, r->capacity, e);
}

static void add_part(reader *r, element *e, uint32_t flags)
{
    rc_html_page *p = &r->page;
    if (!flags || p->part_count >= PARTS_MAX)
        return;
    rc_html_part part = {.parent = e->part, .flags = flags};
    e->part = (uint32_t)p->part_count;
    RC_PUSH(p->arena, p->parts, p->part_count, p->part_capacity, part);
}

static void set_kind(element *e, rc_tag tag)
{
    if (tag >= RC_TAG_H1 && tag <= RC_TAG_H6) {
        e->kind = RC_BLOCK_HEADING;
        e->level = (uint8_t)(tag - RC_TAG_H1 + 1);
    } else if (tag == RC_TAG_UL || tag == RC_TAG_OL) {
        e->level = e->kind == RC_BLOCK_LIST_ITEM && e->level < 100 ? (uint8_t)(e->level + 1) : 1;
    } else if (tag == RC_TAG_LI) {
        e->kind = RC_BLOCK_LIST_ITEM;
    } else if (tag == RC_TAG_TD || tag == RC_TAG_TH || tag == RC_TAG_DT || tag == RC_TAG_DD) {
        e->kind = RC_BLOCK_TABLE_CELL;
        e->head = tag == RC_TAG_TH || tag == RC_TAG_DT || e->head;
    } else if (tag == RC_TAG_CAPTION || tag == RC_TAG_FIGCAPTION) {
        e->kind = RC_BLOCK_CAPTION;
    } else if (tag == RC_TAG_BLOCKQUOTE) {
        e->kind = RC_BLOCK_QUOTATION;
    } else if (tag == RC_TAG_ARTICLE || tag == RC_TAG_MAIN || tag == RC_TAG_TABLE) {
        e->kind = RC_BLOCK_PARAGRAPH;
        e->level = 0;
    }
    e->head = (e->head && tag != RC_TAG_TABLE && tag != RC_TAG_TBODY) || tag == RC_TAG_THEAD;
    e->preformatted = e->preformatted || tag == RC_TAG_PRE || tag == RC_TAG_LISTING;
}

/* Code stands in <pre><code>, or in a <pre> with a class. */
static bool is_code(const reader *r, const rc_html_token *t)
{
    rc_str next = rc_str_trim(rc_str_sub(r->scan.in, t->end, t->end + 200));
    return t->tag == RC_TAG_PRE &&
           (t->attributes.len > 6 || rc_ascii_equal(rc_str_sub(next, 0, 5), RC_STR("<code")) ||
            rc_ascii_equal(rc_str_sub(next, 0, 5), RC_STR("<span")));
}

static void open_block(reader *r, const rc_html_token *t)
{
    close_implied(r, t->tag);
    end_block(r);
    if (rc_tag_flags(t->tag) & RC_TAG_VOID)
        return;
    element e = *top(r);
    uint32_t flags = part_flags(r, t->tag, t->attributes);
    e.skipped = e.skipped || (flags & RC_PART_HIDDEN) || is_code(r, t);
    if ((flags & RC_PART_BYLINE) && e.kind == RC_BLOCK_PARAGRAPH)
        e.kind = RC_BLOCK_BYLINE;
    set_kind(&e, t->tag);
    add_part(r, &e, flags & ~(uint32_t)(RC_PART_HIDDEN | RC_PART_STORY | RC_PART_VETO));
    if (r->depth < DEPTH_MAX && (t->tag == RC_TAG_TABLE || t->tag == RC_TAG_DL))
        open_table(r);
    if (t->tag == RC_TAG_TR)
        open_row(r);
    else if (t->tag == RC_TAG_TD || t->tag == RC_TAG_TH)
        open_cell(r, t->attributes);
    else if (t->tag == RC_TAG_DT || t->tag == RC_TAG_DD)
        open_term(r, t->tag);
    push(r, t->tag, e);
}

static void read_meta(reader *r, rc_str attributes)
{
    rc_str name, value, key = RC_STR_NONE, content = RC_STR_NONE;
    while (rc_html_attribute(&attributes, &name, &value)) {
        if (rc_ascii_equal(name, RC_STR("content")))
            content = value;
        else if (rc_ascii_equal(name, RC_STR("name")) || rc_ascii_equal(name, RC_STR("property")) ||
                 rc_ascii_equal(name, RC_STR("itemprop")) ||
                 rc_ascii_equal(name, RC_STR("http-equiv")))
            key = value;
    }
    if (key.len && content.len && content.len < 2048)
        rc_meta_put(&r->page.meta, key, rc_entity_undo(r->page.arena, content));
}

static rc_str attribute(rc_str attributes, rc_str wanted)
{
    rc_str name, value;
    while (rc_html_attribute(&attributes, &name, &value)) {
        if (rc_ascii_equal(name, wanted))
            return value;
    }
    return RC_STR_NONE;
}

static void read_time(reader *r, rc_str attributes)
{
    rc_html_page *p = &r->page;
    rc_str value = rc_str_trim(attribute(attributes, RC_STR("datetime")));
    r->has_time = true;
    if (value.len >= 8 && value.len < 64 && p->time_count < RC_HTML_TIMES_MAX)
        p->times[p->time_count++] = (rc_html_time){value, top(r)->part};
}

static void open_link(reader *r, rc_str attributes)
{
    rc_str href = attribute(attributes, RC_STR("href"));
    r->link_depth = href.len && href.ptr[0] != '#' ? r->depth + 1 : 0;
}

/* Only spans that are to be left out are kept track of, and those inside them. */
static void open_span(reader *r, rc_str attributes)
{
    uint32_t flags = attributes.len > 6 ? attribute_flags(r, attributes) : 0;
    bool left_out = flags & (RC_PART_HIDDEN | RC_PART_FRAME | RC_PART_OTHER);
    if (!left_out && r->last_open[RC_TAG_SPAN] == NOT_OPEN)
        return;
    element e = *top(r);
    e.skipped = e.skipped || left_out;
    push(r, RC_TAG_SPAN, e);
}

static void read_title(reader *r, rc_str raw)
{
    if (r->titled || top(r)->skipped)
        return;
    r->titled = true;
    end_block(r);
    size_t from = (size_t)(raw.ptr - r->scan.in.ptr);
    text_piece(r, from, from + raw.len);
    (void)rc_build_end(&r->build, &r->page.title);
}

static void open_raw(reader *r, const rc_html_token *t)
{
    rc_str raw = rc_html_raw(&r->scan, t->tag);
    if (t->tag == RC_TAG_TITLE) {
        /* One that is never closed ends at the next tag. Once only: the search cost the whole page.
         */
        if (!r->titled && raw.ptr + raw.len == r->scan.in.ptr + r->scan.in.len) {
            raw.len = rc_str_find(raw, '<');
            r->scan.at = t->end + raw.len;
        }
        read_title(r, raw);
    } else if (t->tag == RC_TAG_SCRIPT && rc_ascii_equal(attribute(t->attributes, RC_STR("type")),
                                                         RC_STR("application/ld+json")))
        rc_html_read_json(&r->page, raw);
}

static void open_inline(reader *r, const rc_html_token *t)
{
    if (t->tag == RC_TAG_A)
        open_link(r, t->attributes);
    else if (t->tag == RC_TAG_SPAN)
        open_span(r, t->attributes);
    else if (t->tag == RC_TAG_TIME)
        read_time(r, t->attributes);
    else if (t->tag == RC_TAG_META)
        read_meta(r, t->attributes);
    else if (t->tag == RC_TAG_Q && !top(r)->skipped)
        rc_build_piece(&r->build, RC_STR("\xe2\x80\x9c"), t->start, t->end);
    if (t->tag == RC_TAG_SUP) {
        r->in_sup = true;
        r->sup = rc_build_mark_here(&r->build);
    }
    if (t->tag != RC_TAG_BR || top(r)->skipped)
        return;
    if (r->break_at.end)
        end_block(r); /* the second in a row */
    else if (!rc_build_is_empty(&r->build))
        r->break_at = (rc_span){(uint32_t)t->start, (uint32_t)t->end};
}

static void on_start(reader *r, const rc_html_token *t)
{
    unsigned flags = rc_tag_flags(t->tag);
    if (t->tag == RC_TAG_OTHER)
        return;
    if (flags & RC_TAG_RAW) {
        open_raw(r, t);
    } else if (flags & RC_TAG_BLOCK) {
        open_block(r, t);
        if (t->tag == RC_TAG_HTML)
            rc_meta_put_field(&r->page.meta, RC_META_LANGUAGE, 10,
                              attribute(t->attributes, RC_STR("lang")));
    } else if (flags & RC_TAG_SKIPPED) {
        element e = *top(r);
        e.skipped = true;
        push(r, t->tag, e);
    } else {
        open_inline(r, t);
    }
}

static bool is_word_end(rc_str s)
{
    char c = s.len ? s.ptr[s.len - 1] : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "<sup>2</sup>" behind a letter is a power ("km2"); a link to a note is no text. */
static void close_sup(reader *r, const rc_html_token *t)
{
    if (!r->in_sup)
        return;
    r->in_sup = false;
    rc_str all = rc_build_block(&r->build);
    size_t from = r->sup.len - r->build.block_start;
    rc_str raised = rc_str_sub(all, from, all.len);
    const char *tag = memchr(r->scan.in.ptr + t->start - (t->start > 64 ? 64 : t->start), '[', 64);
    bool note = raised.len && (raised.ptr[0] == '[' || (tag && raised.ptr[0] == '['));
    bool linked = t->start >= 4 &&
                  rc_ascii_equal(rc_str_sub(r->scan.in, t->start - 4, t->start), RC_STR("</a>"));
    if (note || linked) {
        rc_build_go_back(&r->build, r->sup);
    } else if (raised.len == 1 && (raised.ptr[0] == '2' || raised.ptr[0] == '3') &&
               is_word_end(rc_str_sub(all, 0, from))) {
        rc_str power = raised.ptr[0] == '2' ? RC_STR("\xc2\xb2") : RC_STR("\xc2\xb3");
        rc_build_go_back(&r->build, r->sup);
        rc_build_piece(&r->build, power, t->start - 1, t->start);
    }
}

static void on_end(reader *r, const rc_html_token *t)
{
    rc_tag tag = t->tag;
    unsigned flags = rc_tag_flags(tag);
    if (tag == RC_TAG_A)
        r->link_depth = 0;
    else if (tag == RC_TAG_SUP)
        close_sup(r, t);
    else if (tag == RC_TAG_Q && !top(r)->skipped)
        rc_build_piece(&r->build, RC_STR("\xe2\x80\x9d"), t->start, t->end);
    if (tag == RC_TAG_BR)
        on_start(r, &(rc_html_token){
                        .kind = RC_HTML_START, .tag = RC_TAG_BR, .start = t->start, .end = t->end});
    if (tag == RC_TAG_OTHER || !(flags & (RC_TAG_BLOCK | RC_TAG_SKIPPED | RC_TAG_INLINE)))
        return;
    uint32_t at = r->last_open[tag];
    if (tag >= RC_TAG_H1 && tag <= RC_TAG_H6 && top(r)->kind == RC_BLOCK_HEADING)
        at = r->last_open[top(r)->tag] == NOT_OPEN ? at : r->last_open[top(r)->tag];
    bool of_table = tag == RC_TAG_TABLE || tag == RC_TAG_TR || tag == RC_TAG_TD ||
                    tag == RC_TAG_TH || tag == RC_TAG_TBODY || tag == RC_TAG_THEAD ||
                    tag == RC_TAG_TFOOT || tag == RC_TAG_CAPTION;
    uint32_t scope = of_table ? r->last_open[RC_TAG_TABLE] : cell_scope(r);
    if (tag == RC_TAG_TABLE)
        scope = NOT_OPEN;
    bool open = is_inside(at, scope) && at > 0;
    if (!(flags & RC_TAG_BLOCK)) {
        if (open && r->depth == (size_t)at + 1)
            pop(r);
        else if (open)
            pop_to(r, at);
    } else if (open) {
        pop_to(r, at);
    } else if (tag == RC_TAG_P) {
        end_block(r);
    }
}

/* The character set that the page names in its first bytes, or empty. */
static rc_str declared_charset(rc_str bytes)
{
    rc_str start = rc_str_sub(bytes, 0, 4096);
    const char *at = start.len ? memmem(start.ptr, start.len, "charset=", 8) : NULL;
    if (!at)
        return RC_STR_NONE;
    size_t from = (size_t)(at - start.ptr) + 8, to;
    if (from < start.len && (start.ptr[from] == '"' || start.ptr[from] == '\''))
        from++;
    to = from;
    while (to < start.len && !strchr("\"' />;\n", start.ptr[to]))
        to++;
    return rc_str_sub(start, from, to);
}

static void init(reader *r, rc_arena *a, rc_doc *d)
{
    r->page.arena = a;
    r->page.doc = d;
    r->page.meta = (rc_meta){.arena = a, .doc = d, .from = RC_DATE_METADATA};
    rc_html_hints_init(&r->page);
    r->scan = (rc_html_scan){.in = d->source};
    for (size_t i = 0; i < RC_TAG_COUNT; i++)
        r->last_open[i] = NOT_OPEN;
    /* References of five bytes may stand for six; a tag, of three at the least, may end a block. */
    rc_build_init(&r->build, a, d, d->source.len + d->source.len / 4 + 64);
    rc_html_part whole = {.parent = 0};
    RC_PUSH(a, r->page.parts, r->page.part_count, r->page.part_capacity, whole);
    push(r, RC_TAG_OTHER, (element){.kind = RC_BLOCK_PARAGRAPH});
}

/* ---- XML ---- */

static rc_str local_name(rc_str name)
{
    size_t colon = rc_str_find(name, ':');
    return colon < name.len ? rc_str_sub(name, colon + 1, name.len) : name;
}

static rc_tag alias(rc_str name, rc_tag otherwise)
{
    static const struct {
        const char *name;
        rc_tag tag;
    } aliases[] = {
#define RC_XML_ALIAS(name, tag) {name, RC_TAG_##tag},
#include "readers/html_xml.def"
#undef RC_XML_ALIAS
    };
    for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++) {
        if (rc_str_eq(rc_str_from(aliases[i].name), name))
            return aliases[i].tag;
    }
    return otherwise == RC_TAG_OTHER ? rc_tag_find(name) : otherwise;
}

/* Whether the text of an element is metadata by the element's name. */
static bool is_property(rc_str name)
{
    uint8_t rank = 0;
    rc_meta_field field = rc_meta_find(name, &rank);
    return field != RC_META_NONE && field != RC_META_TITLE;
}

/* An element that HTML does not know begins and ends a block; its text may be metadata. */
static void on_unknown(reader *r, const rc_html_token *t, rc_str name)
{
    if (t->kind == RC_HTML_START) {
        rc_str norm = attribute(t->attributes, RC_STR("norm")); /* NITF's form of a date */
        if (norm.len)
            rc_meta_put(&r->page.meta, name, norm);
        end_block(r);
        return;
    }
    if (!is_property(name)) {
        end_block(r);
        return;
    }
    uint8_t kind = top(r)->kind;
    rc_meta_put(&r->page.meta, name, rc_build_block(&r->build));
    top(r)->kind = RC_BLOCK_BYLINE;
    end_block(r);
    top(r)->kind = kind;
}

static void on_xml(reader *r, rc_html_token *t)
{
    rc_str name = local_name(t->name);
    t->tag = alias(name, t->tag);
    if (t->tag == RC_TAG_OTHER || is_property(name)) {
        on_unknown(r, t, name);
        return;
    }
    if (t->kind == RC_HTML_START) {
        on_start(r, t);
        bool empty = t->attributes.len && t->attributes.ptr[t->attributes.len - 1] == '/';
        if (!empty || (rc_tag_flags(t->tag) & (RC_TAG_VOID | RC_TAG_RAW)))
            return;
    }
    on_end(r, t);
}

/* ---- the whole ---- */

static void on_token(reader *r, rc_html_token *t)
{
    if (t->kind == RC_HTML_TEXT) {
        bool section = r->scan.xml && t->end - t->start >= 3 &&
                       memcmp(r->scan.in.ptr + t->end - 3, "]]>", 3) == 0;
        on_text(r, t->start, t->end - (section ? 3 : 0));
    } else if (r->scan.xml) {
        on_xml(r, t);
    } else if (t->kind == RC_HTML_START) {
        on_start(r, t);
    } else {
        on_end(r, t);
    }
}

static rc_status read_page(rc_arena *a, rc_doc *d, bool xml, rc_err *err)
{
    rc_status status = rc_decode(a, d, declared_charset(d->bytes), err);
    if (status != RC_OK)
        return status;
    reader *r = RC_NEW(a, reader);
    init(r, a, d);
    r->scan.xml = xml;
    for (;;) {
        rc_html_token t = rc_html_next(&r->scan);
        if (t.kind == RC_HTML_STOP)
            break;
        if (r->page.block_count >= RC_BLOCKS_MAX)
            return rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "too many paragraphs");
        on_token(r, &t);
    }
    end_block(r);
    rc_build_finish(&r->build);
    rc_html_choose(&r->page);
    return RC_OK;
}

rc_status rc_read_html(rc_arena *a, rc_doc *d, rc_err *err)
{
    return read_page(a, d, false, err);
}

int rc_read_xml_detect(rc_str path, rc_str bytes)
{
    rc_str start = rc_str_trim(rc_str_sub(bytes, 0, 64));
    bool named = rc_path_has_extension(path, "xml") || rc_path_has_extension(path, "nitf") ||
                 rc_path_has_extension(path, "newsml") || rc_path_has_extension(path, "rss") ||
                 rc_path_has_extension(path, "atom") || rc_path_has_extension(path, "docbook");
    if (rc_str_starts(start, RC_STR("<?xml")))
        return RC_SURE_CONTENT - 1; /* a page may begin so, too */
    return named && start.len && start.ptr[0] == '<' ? RC_SURE_NAME : RC_SURE_NOT;
}

rc_status rc_read_xml(rc_arena *a, rc_doc *d, rc_err *err)
{
    return read_page(a, d, true, err);
}
