#include "pipeline/furniture.h"

#include <string.h>

#include "readers/lines.h"

#define SHORT_BYTES 90   /* a block that says nothing but its heading */
#define BYLINE_BYTES 120 /* a byline */
#define TITLE_BYTES 220  /* the title of a related story */
#define FULL_BYTES 160   /* a paragraph that ends the head of a document */
#define TEASERS_MIN 2

typedef enum { FURNITURE_END, FURNITURE_LINE, FURNITURE_START, FURNITURE_BYLINE } furniture_kind;

typedef struct {
    furniture_kind kind;
    rc_str text; /* in small letters */
} phrase;

struct rc_furniture {
    phrase *phrases; /* sorted by their first byte, in the order of the table */
    size_t count;
    size_t first[257]; /* of each byte, in phrases */
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool starts(rc_str s, rc_str small)
{
    if (s.len < small.len)
        return false;
    for (size_t i = 0; i < small.len; i++) {
        if (lower(s.ptr[i]) != small.ptr[i])
            return false;
    }
    return true;
}

/* RC_NONE: a word that names no kind. */
static rc_status read_kind(rc_str name, furniture_kind *ret)
{
    static const char *const names[] = {"end", "line", "start", "byline"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (rc_str_eq(name, rc_str_from(names[i]))) {
            *ret = (furniture_kind)i;
            return RC_OK;
        }
    }
    return RC_NONE;
}

static void add_table(rc_arena *a, rc_furniture *f, const rc_table *t, size_t *capacity)
{
    size_t kind_column = rc_table_column(t, "kind"), text_column = rc_table_column(t, "text");
    for (size_t i = 0; i < t->row_count; i++) {
        phrase p = {.text = rc_table_cell(t, i, text_column)};
        if (p.text.len && read_kind(rc_table_cell(t, i, kind_column), &p.kind) == RC_OK)
            RC_PUSH(a, f->phrases, f->count, *capacity, p);
    }
}

/* Counting sort by the first byte. */
static void sort(rc_arena *a, rc_furniture *f)
{
    phrase *sorted = RC_NEW_ARRAY(a, phrase, f->count);
    for (size_t i = 0; i < f->count; i++)
        f->first[(unsigned char)f->phrases[i].text.ptr[0] + 1]++;
    for (size_t c = 0; c < 256; c++)
        f->first[c + 1] += f->first[c];
    size_t at[256];
    memcpy(at, f->first, sizeof(at));
    for (size_t i = 0; i < f->count; i++)
        sorted[at[(unsigned char)f->phrases[i].text.ptr[0]]++] = f->phrases[i];
    f->phrases = sorted;
}

const rc_furniture *rc_furniture_new(rc_arena *a, const rc_rules *r)
{
    rc_furniture *f = RC_NEW(a, rc_furniture);
    size_t capacity = 0;
    for (size_t i = 0; i < rc_rules_table_count(r); i++) {
        const rc_table *t = rc_rules_table_at(r, i);
        if (rc_str_starts(t->name, RC_STR("tables/furniture")))
            add_table(a, f, t, &capacity);
    }
    sort(a, f);
    return f;
}

/* Whether nothing but signs and a count stands in `s`. */
static bool is_nothing(rc_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = lower(s.ptr[i]);
        if ((c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80)
            return false;
    }
    return true;
}

static bool is_letter(char c)
{
    c = lower(c);
    return c >= 'a' && c <= 'z';
}

/* "By 2030, ..." is no byline: a number has to be part of a date. */
static bool is_byline_rest(rc_str rest)
{
    rc_span date;
    bool digits = false;
    for (size_t i = 0; i < rest.len; i++)
        digits = digits || (rest.ptr[i] >= '0' && rest.ptr[i] <= '9');
    return !rc_line_ends_sentence(rest) && (!digits || rc_line_find_date(rest, &date));
}

static bool fits(const phrase *p, rc_str text)
{
    if (!starts(text, p->text))
        return false;
    rc_str rest = rc_str_sub(text, p->text.len, text.len);
    char last = p->text.ptr[p->text.len - 1];
    switch (p->kind) {
    case FURNITURE_END:
    case FURNITURE_LINE:
        return text.len <= SHORT_BYTES && is_nothing(rest);
    case FURNITURE_BYLINE:
        return text.len <= BYLINE_BYTES && is_byline_rest(rest) &&
               (rest.len == 0 || !is_letter(last) || !is_letter(rest.ptr[0]));
    case FURNITURE_START:
        return rest.len == 0 || !is_letter(last) || !is_letter(rest.ptr[0]);
    }
    return false;
}

static const phrase *find(const rc_furniture *f, rc_str text)
{
    unsigned char c = (unsigned char)lower(text.ptr[0]);
    for (size_t i = f->first[c]; i < f->first[c + 1]; i++) {
        if (fits(&f->phrases[i], text))
            return &f->phrases[i];
    }
    return NULL;
}

/* "…the publisherRelated Stories": a heading of more than one word that a page's text was glued to.
 */
static bool ends_in_heading(const rc_furniture *f, rc_str text)
{
    if (text.len > SHORT_BYTES || text.len < 8)
        return false;
    for (size_t at = 1; at + 8 <= text.len; at++) {
        char c = text.ptr[at], before = text.ptr[at - 1];
        if (c < 'A' || c > 'Z' || before < 'a' || before > 'z')
            continue;
        rc_str tail = rc_str_sub(text, at, text.len);
        const phrase *p = find(f, tail);
        if (p && p->kind == FURNITURE_END && rc_str_find(p->text, ' ') < p->text.len)
            return true;
    }
    return false;
}

/* ---- stories that are only named ---- */

/* Length of "07/14/2025 | " or "2025-07-14 · " at the start, or 0. */
static size_t dated_start(rc_str s)
{
    size_t digits = 0, signs = 0, i = 0;
    for (; i < s.len && i < 10; i++) {
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
            digits++;
        else if (s.ptr[i] == '/' || s.ptr[i] == '-' || s.ptr[i] == '.')
            signs++;
        else
            break;
    }
    if (digits < 6 || signs != 2)
        return 0;
    rc_str rest = rc_str_sub(s, i, s.len);
    static const char *const bars[] = {" | ", " \xc2\xb7 ", " \xe2\x80\xa2 "};
    for (size_t k = 0; k < sizeof(bars) / sizeof(bars[0]); k++) {
        if (rc_str_starts(rest, rc_str_from(bars[k])))
            return i + strlen(bars[k]);
    }
    return rest.len == 0 ? i : 0;
}

/* The block from which on titles and dated teasers alternate down to the end, or the count. */
static size_t teasers_start(const rc_doc *d)
{
    size_t start = d->block_count, teasers = 0;
    for (size_t i = d->block_count; i >= 2; i -= 2) {
        const rc_block *title = &d->blocks[i - 2], *teaser = &d->blocks[i - 1];
        if (title->span.end - title->span.start > TITLE_BYTES || title->kind == RC_BLOCK_TITLE ||
            !dated_start(rc_doc_slice(d, teaser->span)))
            break;
        teasers++;
        start = i - 2;
    }
    return teasers >= TEASERS_MIN ? start : d->block_count;
}

/* ---- the document ---- */

typedef struct {
    const rc_furniture *f;
    rc_doc *doc;
    bool in_head, leveled; /* leveled: a format whose headings have true levels */
    uint8_t dropping;      /* level of the heading whose section is dropped; 0: none */
    bool full_seen;
} pass;

/* Whether the block stays. */
static bool judge(pass *p, rc_block *b)
{
    rc_str text = rc_doc_slice(p->doc, b->span);
    if (b->kind == RC_BLOCK_TITLE || text.len == 0)
        return true;
    if (p->dropping && !(p->leveled && b->kind == RC_BLOCK_HEADING && b->level <= p->dropping))
        return false;
    p->dropping = 0;
    if (b->kind == RC_BLOCK_TABLE_CELL)
        return true;
    bool full = b->kind == RC_BLOCK_PARAGRAPH && text.len > FULL_BYTES;
    const phrase *found = find(p->f, text);
    bool ends = found ? found->kind == FURNITURE_END : ends_in_heading(p->f, text);
    if (ends && p->full_seen) {
        p->dropping = b->kind == RC_BLOCK_HEADING ? b->level : 1;
        return false;
    }
    if (found && found->kind == FURNITURE_BYLINE && !p->full_seen)
        b->kind = RC_BLOCK_BYLINE;
    p->full_seen = p->full_seen || full;
    return !found || (found->kind != FURNITURE_LINE && found->kind != FURNITURE_START);
}

void rc_furniture_remove(const rc_furniture *f, rc_doc *d)
{
    pass p = {.f = f, .doc = d, .leveled = !rc_str_eq(d->format, RC_STR("plain"))};
    size_t kept = 0, count = teasers_start(d);
    for (size_t i = 0; i < count; i++) {
        if (judge(&p, &d->blocks[i]))
            d->blocks[kept++] = d->blocks[i];
    }
    d->block_count = kept;
    rc_doc_link_sections(d);
}
