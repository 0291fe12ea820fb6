/* rc_table: a table of rules/, tab-separated, UTF-8. Lines that begin with '#' are comments; the
 * first other line names the columns. Cells are trimmed. */
#ifndef RC_RULES_TABLE_H
#define RC_RULES_TABLE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef struct {
    const char *file;
    rc_str name; /* "tables/units": path below rules/ without ".tsv" */
    rc_str *columns;
    size_t column_count;
    rc_str *cells; /* row by row */
    uint32_t *lines; /* of each row */
    size_t row_count;
} rc_table;

/* Column by name, or SIZE_MAX. */
size_t rc_table_column(const rc_table *t, const char *name);
rc_str rc_table_cell(const rc_table *t, size_t row, size_t column); /* column SIZE_MAX: empty */
/* A line with more cells than columns, or a byte that is no UTF-8, is an error with its place. */
rc_status rc_table_parse(rc_arena *a, const char *file, rc_str name, rc_str bytes, rc_table **ret,
                         rc_err *err);

#endif
