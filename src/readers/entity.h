/* Character references of HTML: "&amp;", "&#8211;", "&#x2013;" (HTML standard, 13.2.5.72 to 80). */
#ifndef RC_READERS_ENTITY_H
#define RC_READERS_ENTITY_H

#include <stddef.h>

#include "base/str.h"

#define RC_ENTITY_BYTES 8 /* room for what one reference stands for */

/* Reads the reference whose '&' stands at `at`. Returns its length in `s` and writes what it stands
 * for; 0: it is a plain '&'. */
size_t rc_entity_read(rc_str s, size_t at, char out[RC_ENTITY_BYTES], size_t *ret_length);
/* A copy of `s` with all references undone. */
typedef struct rc_arena rc_arena;
rc_str rc_entity_undo(rc_arena *a, rc_str s);

#endif
