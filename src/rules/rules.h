/* rc_rules: everything rcheck knows, loaded from one or more folders and never changed afterwards:
 * tables/ and words/ and facts/ (TSV), claims/ (YAML families), checks/ (YAML, one a check kind).
 */
#ifndef RC_RULES_RULES_H
#define RC_RULES_RULES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "rules/table.h"
#include "text/lexicon.h"

typedef struct rc_rules rc_rules;

typedef struct {
    const char *const *dirs; /* rule folders; later ones add to and override earlier ones */
    size_t dir_count;
    const char *lexicon_path; /* NULL: none, words are unknown (tests) */
    bool examples; /* read what only `rules test` and `explain` need: examples, checks/ */
} rc_rules_options;

/* All errors of all files are collected in `diagnostics` (up to RC_DIAGNOSTICS_MAX a file), with
 * file, line and column; RC_ESYNTAX when there was one. */
rc_status rc_rules_load(rc_arena *a, const rc_rules_options *o, rc_diagnostics *diagnostics,
                        const rc_rules **ret, rc_err *err);
const rc_lexicon *rc_rules_lexicon(const rc_rules *r);
/* A table by name ("tables/units"); NULL: there is none. Of several folders' tables of one name the
 * rows are joined, where their columns agree. */
const rc_table *rc_rules_table(const rc_rules *r, const char *name);
/* Tables whose name begins with `prefix`, in order of names. */
size_t rc_rules_table_count(const rc_rules *r);
const rc_table *rc_rules_table_at(const rc_rules *r, size_t i);

#endif
