/* What the files of rules/ share. */
#ifndef RC_RULES_INTERNAL_H
#define RC_RULES_INTERNAL_H

#include "base/map.h"
#include "rules/rules.h"

struct rc_rules {
    rc_lexicon *lexicon;
    rc_table **tables; /* by name */
    size_t table_count, table_capacity;
    rc_map tables_by_name;
};

/* While rules are loaded. */
typedef struct {
    rc_arena *arena;
    rc_rules *rules;
    rc_diagnostics *diagnostics;
    rc_err *err;
} rc_loader;

#endif
