/* From the bytes of a file to UTF-8: byte order marks, UTF-16 and UTF-32, and legacy character sets
 * by ICU's detector where the bytes are no UTF-8. UTF-8 is not copied. */
#ifndef RC_READERS_DECODE_H
#define RC_READERS_DECODE_H

#include "source/doc.h"

/* Sets d->source and d->source_map. `declared` is the character set that the file itself names, or
 * empty; it counts only where the bytes are no UTF-8. RC_EFORMAT: a binary file. RC_ELIMIT: no
 * UTF-8 and larger than RC_LEGACY_BYTES_MAX. */
rc_status rc_decode(rc_arena *a, rc_doc *d, rc_str declared, rc_err *err);

#endif
