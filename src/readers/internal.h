/* What readers share among themselves. */
#ifndef RC_READERS_INTERNAL_H
#define RC_READERS_INTERNAL_H

#include "readers/reader.h"

/* How sure a detector is. */
enum {
    RC_SURE_NOT = 0,
    RC_SURE_TEXT = 1,    /* what every text file is */
    RC_SURE_NAME = 50,   /* the extension says so */
    RC_SURE_CONTENT = 80 /* the first bytes say so */
};

#define RC_READER(module, name)                                                                    \
    int rc_read_##module##_detect(rc_str path, rc_str bytes);                                      \
    rc_status rc_read_##module(rc_arena *a, rc_doc *d, rc_err *err);
#include "readers/readers.def"
#undef RC_READER

/* Whether the path ends in "." and this extension, given in lower case. */
bool rc_path_has_extension(rc_str path, const char *extension);
/* Equal but for the case of ASCII letters. */
bool rc_ascii_equal(rc_str a, rc_str b);

#endif
