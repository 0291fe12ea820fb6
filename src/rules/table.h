/* rc_table: a table of rules/, tab-separated, UTF-8. Lines that begin with '#' are comments, empty
 * lines are skipped; the first other line names the columns. Cells are trimmed; a row may leave out
 * cells at its end, which are then empty. */
#ifndef RC_RULES_TABLE_H
#define RC_RULES_TABLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef struct {
    const char *file;
    rc_str name; /* "tables/units": path below rules/ without ".tsv" */
    rc_str *columns;
    size_t column_count;
    rc_str *cells;   /* row by row */
    uint32_t *lines; /* of each row */
    size_t row_count;
    const char **files;  /* of each row: several folders' tables of one name are joined */
    const char **starts; /* of each row: where its line begins, for the column of a cell */
} rc_table;

/* Column by name, or SIZE_MAX. */
size_t rc_table_column(const rc_table *t, const char *name);
rc_str rc_table_cell(const rc_table *t, size_t row, size_t column); /* column SIZE_MAX: empty */
/* A line with more cells than columns, or a byte that is no UTF-8, is an error with its place.
 * `bytes` and `file` must live as long as the table. Reports the first error only. */
rc_status rc_table_parse(rc_arena *a, const char *file, rc_str name, rc_str bytes, rc_table **ret,
                         rc_err *err);
/* The same, with all errors as diagnostics: the table has the rows that were fine. */
rc_table *rc_table_read(rc_arena *a, const char *file, rc_str name, rc_str bytes,
                        rc_diagnostics *d);
/* Adds a diagnostic about a cell (column SIZE_MAX: about the row). */
void rc_table_diagnose(rc_arena *a, rc_diagnostics *d, const rc_table *t, size_t row, size_t column,
                       const char *format, ...) __attribute__((format(printf, 6, 7)));
/* Adds the rows of `more`, whose columns must be the same (true). */
bool rc_table_join(rc_arena *a, rc_table *t, const rc_table *more);

#endif
