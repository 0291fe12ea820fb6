/* What html.c gathers of a page, and html_choose.c picks the article from. */
#ifndef RC_READERS_HTML_PAGE_H
#define RC_READERS_HTML_PAGE_H

#include "base/map.h"
#include "readers/meta.h"
#include "source/doc.h"

/* What a part of a page is, by its element or by the words of its class, id and role. */
enum {
    RC_PART_FRAME = 1,  /* navigation, footer, side bar */
    RC_PART_OTHER = 2,  /* advertisement, related stories, comments */
    RC_PART_HEADER = 4, /* head of the page, unless it is that of an article */
    RC_PART_BYLINE = 8,
    RC_PART_BODY = 16, /* named as the body of an article */
    RC_PART_MAIN = 32,
    RC_PART_ARTICLE = 64,
    RC_PART_STORY = 128, /* a word such as "entry": makes "entry-header" no head of a page */
    RC_PART_VETO = 256,  /* a word such as "has": "has-sidebar" is no side bar */
    RC_PART_HIDDEN = 512
};

typedef struct {
    uint32_t parent; /* a lower index; that of part 0 is 0 */
    uint32_t flags;
    size_t prose; /* bytes of text outside links, with all parts inside */
    size_t kept;  /* the same without excluded parts */
    bool excluded, in_scope;
} rc_html_part;

typedef struct {
    rc_block block;
    uint32_t part, link_bytes;
    bool has_time;
} rc_html_block;

typedef struct {
    rc_str value;
    uint32_t part;
} rc_html_time;

#define RC_HTML_TIMES_MAX 32

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_meta meta;
    rc_map hints;
    rc_html_block *blocks;
    size_t block_count, block_capacity;
    rc_html_part *parts;
    size_t part_count, part_capacity;
    rc_html_time times[RC_HTML_TIMES_MAX];
    size_t time_count;
    rc_span title; /* in text: <title>; empty: none */
} rc_html_page;

void rc_html_hints_init(rc_html_page *p);
/* Flags of what the words of a class, id or role say. */
uint32_t rc_html_hints(const rc_html_page *p, rc_str value);
/* Finds metadata in a script of JSON-LD. */
void rc_html_read_json(rc_html_page *p, rc_str script);
/* Fills d->blocks, and the metadata that depend on what was chosen. */
void rc_html_choose(rc_html_page *p);

#endif
