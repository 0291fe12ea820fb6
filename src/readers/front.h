/* Front matter of Markdown and its kin: YAML between lines of "---" (by libfyaml; where it is no
 * YAML, line by line) or TOML between lines of "+++" (its plain "key = value" lines). */
#ifndef RC_READERS_FRONT_H
#define RC_READERS_FRONT_H

#include "readers/meta.h"

/* Bytes of d->source that the front matter takes, its fences included; 0: there is none. */
size_t rc_front_length(rc_str source);
void rc_front_read(rc_meta *m, rc_str front);
/* Where the title of the document stands in its front matter, as one piece. RC_NONE: nowhere. */
rc_status rc_front_title(const rc_doc *d, rc_str front, rc_span *ret);

#endif
