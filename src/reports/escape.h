/* Text of documents inside other formats. White space becomes blanks and what would steer a
 * terminal U+FFFD (reports/terminal.h), then each format's own signs are escaped. */
#ifndef RC_REPORTS_ESCAPE_H
#define RC_REPORTS_ESCAPE_H

#include "base/buf.h"
#include "base/str.h"

void rc_escape_xml(rc_buf *out, rc_str s);      /* text and quoted attributes, HTML too */
void rc_escape_markdown(rc_buf *out, rc_str s); /* inside a line or a cell, not at a line's start */
/* A path as a URI reference: relative, or a file: URI where it is absolute. */
void rc_escape_uri(rc_buf *out, rc_str path);

#endif
