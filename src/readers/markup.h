/* What readers of line-based markup (AsciiDoc, reStructuredText) share: a cursor over lines, and
 * paragraphs out of lines with their inline marks taken off. */
#ifndef RC_READERS_MARKUP_H
#define RC_READERS_MARKUP_H

#include "readers/build.h"
#include "readers/meta.h"

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_meta meta;
    rc_build build;
    size_t at; /* start of the next line in source */
    uint32_t row, column;
} rc_markup;

typedef struct {
    size_t start, end; /* trimmed, in source; equal: a blank line */
    uint32_t indent;   /* columns of white space before it */
    rc_str text;
} rc_markup_line;

rc_status rc_markup_init(rc_markup *m, rc_arena *a, rc_doc *d, rc_err *err);
/* RC_NONE: there is no line left. */
rc_status rc_markup_next(rc_markup *m, rc_markup_line *ret);
rc_markup_line rc_markup_peek(const rc_markup *m); /* a blank line at the end */
void rc_markup_end(rc_markup *m, rc_block_kind kind, uint8_t level);
/* Adds {from, to} of the source to the block: stars, underscores and backquotes that mark words go,
 * and so does "<https://...>" and what stands before the bracket in "https://...[text]". */
void rc_markup_inline(rc_markup *m, size_t from, size_t to);
/* One line as a block of its own. */
void rc_markup_line_block(rc_markup *m, rc_span s, rc_block_kind kind, uint8_t level);
/* ":name: value": RC_NONE where the line is no such field. */
rc_status rc_markup_field(rc_str line, rc_str *ret_name, rc_str *ret_value);

#endif
