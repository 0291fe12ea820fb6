/* A table of rules/. */
#include "rules/table.h"
#include "support/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    rc_arena *a = rc_arena_new((size_t)1 << 30);
    rc_diagnostics d = {0};
    rc_table *t = rc_table_read(a, "fuzz.tsv", RC_STR("fuzz"), fuzz_input(a, bytes, size), &d);
    for (size_t row = 0; t && row < t->row_count; row++)
        for (size_t column = 0; column < t->column_count; column++)
            rc_table_cell(t, row, column);
    rc_arena_free(a);
    return 0;
}
