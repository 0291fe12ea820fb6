/* Colours and links of a terminal. Without colour nothing is added. */
#ifndef RC_REPORTS_PAINT_H
#define RC_REPORTS_PAINT_H

#include "reports/report.h"

typedef enum {
    RC_PAINT_ERROR,
    RC_PAINT_WARNING,
    RC_PAINT_INFO,
    RC_PAINT_STRONG,
    RC_PAINT_FRAME,  /* line numbers, rules */
    RC_PAINT_FIRST,  /* the words of the largest side */
    RC_PAINT_SECOND, /* those of another */
    RC_PAINT_QUIET
} rc_paint;

typedef struct {
    rc_buf *out;
    const rc_style *style;
} rc_painter;

void rc_paint_begin(rc_painter *p, rc_paint what);
void rc_paint_end(rc_painter *p);
void rc_paint_add(rc_painter *p, rc_paint what, rc_str trusted); /* begin, text, end */
rc_paint rc_paint_of(rc_severity s);
/* A file's name, made a link where the terminal has links. Safe for any name. */
void rc_paint_file(rc_painter *p, rc_str path);
/* Whether a byte stands for itself in a URL's path: unreserved in RFC 3986, or '/'. */
bool rc_url_path_has(char c);
/* A file's path as part of a URL, the other bytes percent-encoded. */
void rc_url_path_add(rc_buf *out, rc_str path);
/* A command-line word, quoted for a POSIX shell where it needs to be. RC_NONE, and nothing is
 * written: it has bytes that no terminal should see. */
rc_status rc_paint_shell_word(rc_buf *out, rc_str word);

#endif
