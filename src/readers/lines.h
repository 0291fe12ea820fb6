/* What lines of text look like: whether a line break only wraps a long paragraph, dates that stand
 * on a line of their own, ends of sentences, marks of list items. Nothing here knows a word. */
#ifndef RC_READERS_LINES_H
#define RC_READERS_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "base/str.h"

/* How the lines of a text are broken. */
typedef struct {
    size_t width; /* where lines are broken, in code points; 0: lines are not wrapped */
} rc_wrap;

rc_wrap rc_wrap_measure(rc_str text);
/* Whether the break between two neighbouring lines (trimmed, not empty) only wraps a paragraph. */
bool rc_wrap_joins(const rc_wrap *w, rc_str line, rc_str next);

/* Whether the text ends like a sentence: . ! ? or an ellipsis, quotes and brackets aside. */
bool rc_line_ends_sentence(rc_str line);
bool rc_line_is_capitals(rc_str line); /* at least four letters, no small one */
bool rc_line_is_rule(rc_str line);     /* three or more of - = _ * ~ # . and nothing else */
size_t rc_line_width(rc_str line);     /* in code points */
size_t rc_line_words(rc_str line);     /* pieces between spaces, in the first 512 bytes */

/* Bytes of a list item's mark and the space behind it ("- ", "12. ", "(b) "); 0: none. */
size_t rc_line_list_mark(rc_str line);

/* Columns of a line of a table in plain text: between bars ("| a | b |"), or divided by tabs or
 * three spaces and more. 1: it is no such line. */
size_t rc_line_columns(rc_str line);
/* Splits off the next cell, trimmed; `at` is 0 at first. False: there is none left. */
bool rc_line_cell(rc_str line, size_t *at, rc_span *ret);

/* Finds a date with day, month and year by its form alone ("14 December 2024", "Oct. 15, 2025",
 * "2025-10-06", "07/14/2025"), the first one. */
bool rc_line_find_date(rc_str line, rc_span *ret);
/* Whether a line is little more than one date: a dateline or byline, as it stands in the head of a
 * document. A line with two dates tells something of its own. */
bool rc_line_is_dateline(rc_str line, rc_span *ret_date);

#endif
