/* Readers turn the bytes of a file into an rc_doc. A format is a file and a line in readers.def:
 * RC_READER(name, "name", detect, read). */
#ifndef RC_READERS_READER_H
#define RC_READERS_READER_H

#include "source/doc.h"

typedef struct {
    const char *name;
    /* 0: not this format; more: how sure, by content first and by name second. */
    int (*detect)(rc_str path, rc_str bytes);
    /* `d` has path and bytes set. RC_EFORMAT: not readable, with the reason in err. */
    rc_status (*read)(rc_arena *a, rc_doc *d, rc_err *err);
} rc_reader;

/* Loads and reads one file. `as` names a format or is empty. RC_EIO, RC_EFORMAT, RC_ELIMIT. */
rc_status rc_reader_open(rc_arena *a, const char *path, rc_str as, rc_doc **ret, rc_err *err);
/* The same from bytes in memory (four zero bytes behind them). */
rc_status rc_reader_parse(rc_arena *a, rc_str path, rc_str bytes, rc_str as, rc_doc **ret,
                          rc_err *err);

#endif
