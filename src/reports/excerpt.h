/* The words in dispute within their sentence, as one line of limited width. */
#ifndef RC_REPORTS_EXCERPT_H
#define RC_REPORTS_EXCERPT_H

#include "base/buf.h"
#include "base/span.h"
#include "source/doc.h"

typedef struct {
    size_t before, marked; /* columns in front of the words, and those of the words */
} rc_excerpt;

/* Appends the sentence around `words` (both text spans), cut to `width` columns with "…" at an end
 * that was cut; the words themselves are cut last. White space of any length, line ends too, is one
 * blank. Time is linear in `width`, whatever the length of the sentence. */
rc_excerpt rc_excerpt_add(rc_buf *out, const rc_doc *doc, rc_span sentence, rc_span words,
                          size_t width);

#endif
