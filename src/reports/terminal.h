/* Text for a terminal: how wide it is, and what of it may go there. Whatever a document or a file
 * name holds, no control character, escape sequence or change of writing direction gets through. */
#ifndef RC_REPORTS_TERMINAL_H
#define RC_REPORTS_TERMINAL_H

#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* One code point as it is shown. */
typedef struct {
    char bytes[4];
    uint8_t len;    /* bytes; 0: nothing is shown for it */
    uint8_t width;  /* columns, 0 to 2 */
    uint8_t source; /* bytes of the text that it stands for, 1 to 4 */
} rc_glyph;

/* The glyph at the start of `s`, which is not empty. White space is a blank; what is no UTF-8, and
 * what would steer the terminal, is U+FFFD. */
rc_glyph rc_glyph_at(rc_str s);
/* Columns that `s` takes as rc_terminal_add writes it. */
size_t rc_terminal_width(rc_str s);
void rc_terminal_add(rc_buf *out, rc_str s);
/* The same, cut to `width` columns with "…" where it is longer. */
void rc_terminal_add_cut(rc_buf *out, rc_str s, size_t width);
/* `s` broken at blanks into lines of `width` columns (0: no limit), all but the first indented;
 * `used` columns of the first are taken. No newline at the end. */
void rc_terminal_add_wrapped(rc_buf *out, rc_str s, size_t width, size_t indent, size_t used);

#endif
