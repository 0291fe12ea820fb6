/* Which part of a page is its article. A part that looks like navigation, side bar, advertisement
 * or related stories is left out, unless most of the text stands in it (pages wrap everything in a
 * form, or name the whole "content-sidebar"). Of what is left, the smallest article or main element
 * that holds half of the text is the scope; without one, the whole page is. */
#include <string.h>

#include "readers/html_page.h"
#include "readers/internal.h"
#include "readers/lines.h"

#define BYLINE_BYTES_MAX 300 /* more than that is no byline, whatever its class says */
#define TIMED_BYTES_MAX 160  /* a short paragraph with <time> is one */
#define LAYOUT_BYTES 600     /* a cell with more text shows a table made for layout */
#define EXCLUDING (RC_PART_FRAME | RC_PART_OTHER | RC_PART_HEADER)

static rc_str text_of(const rc_html_page *p, const rc_html_block *b)
{
    return rc_doc_slice(p->doc, b->block.span);
}

/* Sums of the text of each part and all parts inside it. */
static void sum_prose(rc_html_page *p)
{
    for (size_t i = p->part_count - 1; i > 0; i--)
        p->parts[p->parts[i].parent].prose += p->parts[i].prose;
}

static bool is_excluded(const rc_html_page *p, const rc_html_part *part, bool in_story)
{
    uint32_t flags = part->flags & EXCLUDING;
    if (in_story)
        flags &= ~(uint32_t)RC_PART_HEADER; /* the head of an article belongs to it */
    size_t total = p->parts[0].prose;
    /* An article has its subjects among its classes ("category-popular"). */
    bool story = part->flags & (RC_PART_ARTICLE | RC_PART_MAIN);
    if ((flags & RC_PART_OTHER) && !story)
        return part->prose * 10 <= total * 9;
    return flags && part->prose * 2 <= total;
}

static void exclude(rc_html_page *p)
{
    const uint32_t story = RC_PART_ARTICLE | RC_PART_MAIN | RC_PART_BODY;
    for (size_t i = 1; i < p->part_count; i++) {
        rc_html_part *part = &p->parts[i];
        const rc_html_part *outer = &p->parts[part->parent];
        part->excluded = outer->excluded || is_excluded(p, part, (outer->flags & story) != 0);
        part->flags |= outer->flags & story ? RC_PART_STORY : 0;
        if (outer->flags & RC_PART_STORY && part->flags & RC_PART_HEADER && !outer->excluded)
            part->excluded = false;
        part->flags |= outer->flags & RC_PART_STORY;
    }
}

static void sum_kept(rc_html_page *p)
{
    for (size_t i = 0; i < p->block_count; i++) {
        const rc_html_block *b = &p->blocks[i];
        if (!p->parts[b->part].excluded)
            p->parts[b->part].kept += b->block.span.end - b->block.span.start - b->link_bytes;
    }
    for (size_t i = p->part_count - 1; i > 0; i--)
        p->parts[p->parts[i].parent].kept += p->parts[i].kept;
}

/* The smallest part with this flag that holds half of the text, or 0. */
static size_t smallest(const rc_html_page *p, uint32_t flag)
{
    size_t best = 0, total = p->parts[0].kept;
    for (size_t i = 1; i < p->part_count; i++) {
        const rc_html_part *part = &p->parts[i];
        if ((part->flags & flag) && !part->excluded && part->kept * 2 >= total &&
            (best == 0 || part->kept < p->parts[best].kept))
            best = i;
    }
    return best;
}

static void set_scope(rc_html_page *p)
{
    size_t scope = smallest(p, RC_PART_ARTICLE);
    if (!scope)
        scope = smallest(p, RC_PART_MAIN);
    if (!scope)
        scope = smallest(p, RC_PART_BODY);
    for (size_t i = 0; i < p->part_count; i++)
        p->parts[i].in_scope = i == scope || (i > 0 && p->parts[p->parts[i].parent].in_scope);
}

static bool is_kept(const rc_html_page *p, const rc_html_block *b)
{
    const rc_html_part *part = &p->parts[b->part];
    if (part->excluded || !part->in_scope)
        return false;
    size_t length = b->block.span.end - b->block.span.start;
    bool all_link = (size_t)b->link_bytes * 10 >= length * 8;
    if (b->block.kind == RC_BLOCK_HEADING)
        return !all_link || b->block.level == 1;
    if (b->block.kind == RC_BLOCK_PARAGRAPH || b->block.kind == RC_BLOCK_LIST_ITEM)
        return !all_link || length > 300;
    return true;
}

/* ---- title and outlet ---- */

static bool is_title_block(const rc_html_page *p, const rc_html_block *b, bool anywhere)
{
    if (b->block.kind != RC_BLOCK_HEADING || b->block.level != 1 ||
        rc_ascii_equal(text_of(p, b), p->doc->outlet))
        return false;
    const rc_html_part *part = &p->parts[b->part];
    if (!anywhere)
        return !part->excluded && part->in_scope;
    return b->link_bytes < b->block.span.end - b->block.span.start &&
           !(part->flags & RC_PART_OTHER);
}

static size_t find_title_block(const rc_html_page *p)
{
    for (int anywhere = 0; anywhere < 2; anywhere++) {
        for (size_t i = 0; i < p->block_count; i++) {
            if (is_title_block(p, &p->blocks[i], anywhere == 1))
                return i;
        }
    }
    return p->block_count;
}

/* Where the last " - ", " | " or the like stands in a page's title; its length, or none. */
static size_t find_separator(rc_str title, size_t *ret_length)
{
    static const char *const marks[] = {" - ",  " | ",        " \xe2\x80\x93 ", " \xe2\x80\x94 ",
                                        " :: ", " \xc2\xb7 ", " \xc2\xbb ",     " \xe2\x80\xa2 "};
    size_t best = title.len;
    for (size_t i = title.len; i-- > 0 && best == title.len;) {
        for (size_t m = 0; m < sizeof(marks) / sizeof(marks[0]); m++) {
            rc_str mark = rc_str_from(marks[m]);
            if (!rc_str_starts(rc_str_sub(title, i, title.len), mark))
                continue;
            best = i;
            *ret_length = mark.len;
        }
    }
    return best;
}

/* Takes the outlet off a page's title: "Headline - Outlet". Returns what is left. */
static rc_span without_outlet(rc_html_page *p, rc_str heading)
{
    rc_span span = p->title;
    rc_str title = rc_doc_slice(p->doc, span);
    size_t length = 0, at = find_separator(title, &length);
    if (at == title.len || at == 0)
        return span;
    rc_str head = rc_str_sub(title, 0, at), tail = rc_str_sub(title, at + length, title.len);
    bool known = rc_ascii_equal(tail, p->doc->outlet);
    bool short_tail = tail.len <= 40 && tail.len < head.len && rc_line_words(tail) <= 5;
    if (!known && !short_tail && !rc_str_starts(title, heading))
        return span;
    if (heading.len == 0 || !rc_ascii_equal(tail, heading))
        rc_meta_put_field(&p->meta, RC_META_OUTLET, 2, tail);
    span.end = span.start + (uint32_t)at;
    return span;
}

static void set_title(rc_html_page *p, size_t title_block)
{
    rc_doc *d = p->doc;
    rc_str heading =
        title_block < p->block_count ? text_of(p, &p->blocks[title_block]) : RC_STR_NONE;
    rc_span rest = p->title;
    if (rest.end > rest.start)
        rest = without_outlet(p, heading);
    if (heading.len) {
        d->title = heading;
        return;
    }
    if (rest.end > rest.start) {
        d->title = rc_doc_slice(d, rest);
        rc_doc_add_block(p->arena, d, RC_BLOCK_TITLE, rest);
    }
}

/* ---- date and byline ---- */

static void set_date(rc_html_page *p)
{
    for (int anywhere = 0; anywhere < 2; anywhere++) {
        for (size_t i = 0; i < p->time_count; i++) {
            const rc_html_part *part = &p->parts[p->times[i].part];
            if (part->excluded || !(part->in_scope || anywhere))
                continue;
            rc_meta_put_field(&p->meta, RC_META_DATE, 5, p->times[i].value);
            return;
        }
    }
}

static rc_block_kind final_kind(rc_html_page *p, const rc_html_block *b, bool *in_head)
{
    rc_str text = text_of(p, b);
    rc_block_kind kind = b->block.kind;
    if (kind == RC_BLOCK_BYLINE && text.len > BYLINE_BYTES_MAX)
        kind = RC_BLOCK_PARAGRAPH;
    if (kind != RC_BLOCK_PARAGRAPH)
        return kind;
    rc_span date;
    bool full = rc_line_ends_sentence(text) && rc_line_words(text) > 14;
    if (b->has_time && text.len <= TIMED_BYTES_MAX && !full)
        return RC_BLOCK_BYLINE;
    if (*in_head && rc_line_is_dateline(text, &date)) {
        if (!p->doc->dateline_text.len) {
            p->doc->dateline_text = rc_str_sub(text, date.start, date.end);
            p->doc->date_source = RC_DATE_DATELINE;
        }
        return RC_BLOCK_BYLINE;
    }
    *in_head = *in_head && !full;
    return kind;
}

/* ---- tables ---- */

/* Marks the tables that are made for layout: a cell with much text, or one column only. */
static bool *find_layout(const rc_html_page *p)
{
    size_t count = p->doc->table_count + 1;
    bool *layout = RC_NEW_ARRAY(p->arena, bool, count);
    uint32_t *columns = RC_NEW_ARRAY(p->arena, uint32_t, count);
    for (size_t i = 0; i < p->block_count; i++) {
        const rc_block *b = &p->blocks[i].block;
        layout[b->table] = layout[b->table] || b->span.end - b->span.start > LAYOUT_BYTES;
        if (b->column > columns[b->table])
            columns[b->table] = b->column;
    }
    for (size_t i = 0; i < count; i++)
        layout[i] = layout[i] || columns[i] == 0;
    return layout;
}

/* Text may stand before <title>: blocks ascend all the same. */
static void put_title_in_order(rc_doc *d)
{
    for (size_t i = 0; i + 1 < d->block_count; i++) {
        rc_block b = d->blocks[i];
        if (b.span.start < d->blocks[i + 1].span.start)
            return;
        d->blocks[i] = d->blocks[i + 1];
        d->blocks[i + 1] = b;
    }
}

void rc_html_choose(rc_html_page *p)
{
    sum_prose(p);
    exclude(p);
    sum_kept(p);
    set_scope(p);
    set_date(p);
    size_t title_block = find_title_block(p);
    set_title(p, title_block);
    const bool *layout = find_layout(p);
    bool in_head = true;
    for (size_t i = 0; i < p->block_count; i++) {
        const rc_html_block *b = &p->blocks[i];
        if (i != title_block && !is_kept(p, b))
            continue;
        rc_block_kind kind = i == title_block ? RC_BLOCK_TITLE : final_kind(p, b, &in_head);
        bool cell = kind == RC_BLOCK_TABLE_CELL && !layout[b->block.table];
        if (kind == RC_BLOCK_TABLE_CELL && !cell)
            kind = RC_BLOCK_PARAGRAPH;
        rc_block *out = rc_doc_add_block(p->arena, p->doc, kind, b->block.span);
        out->level = kind == RC_BLOCK_HEADING || kind == RC_BLOCK_LIST_ITEM ? b->block.level : 0;
        if (!cell)
            continue;
        out->table = b->block.table;
        out->row = b->block.row;
        out->column = b->block.column;
        out->head = b->block.head;
    }
    put_title_in_order(p->doc);
}
