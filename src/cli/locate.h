/* Where the rules that come with the program and the compiled lexicon are. */
#ifndef RC_CLI_LOCATE_H
#define RC_CLI_LOCATE_H

#include "base/arena.h"
#include "base/err.h"

typedef struct {
    const char *rules;   /* folder */
    const char *lexicon; /* file; NULL: there is none */
} rc_located;

/* In the order tried: beside the program (a build tree: rules/ or, built outside of its source
 * tree, the source's; lexicon.bin), in ../share/rcheck of it (a tree that was moved), where the
 * program was installed. `program` is argv[0]. RC_EIO: no rules anywhere. */
rc_status rc_locate(rc_arena *a, const char *program, rc_located *ret, rc_err *err);

#endif
