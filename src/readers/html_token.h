/* Tags and text of HTML as the standard's tokenizer (13.2.5) finds them, with their places in the
 * source. Every byte is looked at a fixed number of times, whatever the input is. */
#ifndef RC_READERS_HTML_TOKEN_H
#define RC_READERS_HTML_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef enum {
    RC_TAG_OTHER,
#define RC_TAG(id, name, flags) RC_TAG_##id,
#include "readers/html_tag.def"
#undef RC_TAG
    RC_TAG_COUNT
} rc_tag;

enum {
    RC_TAG_BLOCK = 1,
    RC_TAG_SKIPPED = 2,
    RC_TAG_VOID = 4,
    RC_TAG_RAW = 8,
    RC_TAG_CLOSES_P = 16,
    RC_TAG_INLINE = 32
};

typedef enum { RC_HTML_TEXT, RC_HTML_START, RC_HTML_END, RC_HTML_STOP } rc_html_kind;

typedef struct {
    rc_html_kind kind;
    rc_tag tag;
    size_t start, end; /* of the whole token in the source */
    rc_str name;       /* of a tag, as written */
    rc_str attributes; /* what stands between the name and '>' */
} rc_html_token;

typedef struct {
    rc_str in;
    size_t at;
    bool xml; /* what stands in a CDATA section is read */
} rc_html_scan;

unsigned rc_tag_flags(rc_tag tag);
rc_tag rc_tag_find(rc_str name); /* in any case */
/* Comments and declarations are passed over. */
rc_html_token rc_html_next(rc_html_scan *s);
/* After the start tag of a raw element: moves behind its end tag and returns what stood before. */
rc_str rc_html_raw(rc_html_scan *s, rc_tag tag);
/* Splits off the next attribute; a value keeps its references. False: there is none. */
bool rc_html_attribute(rc_str *attributes, rc_str *ret_name, rc_str *ret_value);

#endif
