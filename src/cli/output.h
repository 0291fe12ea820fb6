/* Where a report is written: standard output, or a file that appears whole or not at all. */
#ifndef RC_CLI_OUTPUT_H
#define RC_CLI_OUTPUT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

typedef struct {
    int fd;
    const char *path;      /* as given; NULL: standard output */
    const char *target;    /* what is replaced in the end; NULL: written in place */
    const char *temporary; /* beside it; NULL: none */
} rc_output;

/* `path` NULL: standard output. What is no regular file (a device, a pipe) is written in place.
 * RC_EIO. */
rc_status rc_output_open(rc_arena *a, const char *path, rc_output *ret, rc_err *err);
/* Writes all of it; the first argument is the rc_output. RC_EIO, with errno set. */
rc_status rc_output_write(void *output, rc_str bytes);
/* With RC_OK the file is put in its place; else it is removed. RC_EIO. */
rc_status rc_output_close(rc_output *o, rc_status written, rc_err *err);
bool rc_output_is_terminal(const rc_output *o);
/* Columns of the terminal; of COLUMNS or 80 where there is none. */
unsigned rc_output_width(const rc_output *o);

#endif
