/* The files below a list of paths, in the byte order of their names, each once. Left out, unless
 * named: hidden files, what .gitignore and .rcheckignore of the folders walked say, and extensions
 * of skipped.def. Symbolic links are followed; a loop is cut. */
#ifndef RC_PIPELINE_WALK_H
#define RC_PIPELINE_WALK_H

#include "pipeline/run.h"

typedef struct {
    const char **files; /* "-" is standard input */
    size_t count, capacity;
    rc_unread *unread; /* what does not exist or may not be read */
    size_t unread_count, unread_capacity;
} rc_walk;

/* Everything in `ret` lives in `a`. */
void rc_walk_paths(rc_arena *a, const char *const *paths, size_t path_count, rc_walk *ret);

#endif
