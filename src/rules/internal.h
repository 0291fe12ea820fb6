/* What the files of rules/ share. */
#ifndef RC_RULES_INTERNAL_H
#define RC_RULES_INTERNAL_H

#include "base/map.h"
#include "rules/compile.h"
#include "rules/family.h"
#include "rules/files.h"
#include "rules/rules.h"
#include "rules/yaml.h"

struct rc_rules {
    rc_lexicon *lexicon;
    rc_table **tables; /* by name */
    size_t table_count, table_capacity;
    rc_map tables_by_name;
    rc_family **families; /* in the order read */
    size_t family_count, family_capacity;
    rc_programs programs;
    rc_rule_info *infos; /* by id */
    size_t info_count, info_capacity;
};

/* While rules are loaded. */
typedef struct {
    rc_arena *arena;
    rc_rules *rules;
    rc_diagnostics *diagnostics;
    rc_err *err;
    bool examples;
    rc_definitions definitions;
    rc_grammar grammar;
} rc_loader;

/* Reads a file of claims/ into families. */
void rc_families_load(rc_loader *l, const rc_rule_file *f, rc_str bytes);
/* Reads the law of a check, and what a file of checks/ defines for others. */
void rc_law_load(rc_loader *l, const char *file, const rc_yaml *root);
/* Leaves out, but for their line ends, the examples up to the end of each document, which only
 * tests and `explain` need. */
rc_str rc_without_examples(rc_arena *a, rc_str bytes);
/* Reads a file of checks/: laws, and what `explain` tells. */
void rc_checks_load(rc_loader *l, const rc_rule_file *f, rc_str bytes);
/* Adds the families to what can be explained, and sorts. */
void rc_infos_finish(rc_loader *l);
/* 0 to 2; a diagnostic for another word. */
uint8_t rc_severity_read(const rc_loader *l, const char *file, const rc_yaml *n);

#endif
