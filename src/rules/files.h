/* The files of a rule folder. */
#ifndef RC_RULES_FILES_H
#define RC_RULES_FILES_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef struct {
    const char *path; /* to open it, and for messages */
    rc_str name;      /* below the folder, without its ending: "tables/units" */
    rc_str ending;    /* "tsv", "yaml" */
} rc_rule_file;

typedef struct {
    rc_rule_file *items;
    size_t count, capacity;
} rc_rule_files;

/* Adds every file with an ending below `dir`, by name in byte order; names that begin with '.' are
 * left out. RC_EIO: a folder that cannot be read; RC_ELIMIT: nested past RC_DEPTH_MAX. */
rc_status rc_rule_files_list(rc_arena *a, const char *dir, rc_rule_files *out, rc_err *err);
/* All bytes of a file, four zero bytes behind them. RC_EIO, RC_ELIMIT past RC_FILE_BYTES_MAX. */
rc_status rc_rule_file_read(rc_arena *a, const char *path, rc_str *ret, rc_err *err);

#endif
