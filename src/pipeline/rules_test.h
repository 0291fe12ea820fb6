/* What the rule files say of themselves, tried on the real stages. */
#ifndef RC_PIPELINE_RULES_TEST_H
#define RC_PIPELINE_RULES_TEST_H

#include "base/arena.h"
#include "base/err.h"
#include "rules/rules.h"

typedef struct {
    const char *file;
    uint32_t line, column;
    rc_str text; /* what went wrong; may be of several lines */
} rc_rule_failure;

typedef struct {
    size_t families, patterns, examples, conflicts, checks; /* tried */
    rc_rule_failure *failures;
    size_t failure_count, failure_capacity;
} rc_rules_report;

/* Runs every example, every pair of `conflicts`, and what `fires` and is `silent` of the checks, of
 * rules that were loaded with their examples (rc_rules_options.examples). Fails: an example whose
 * claims are not those expected (with the nearest miss: what matched, and the first word that did
 * not); a pair that does not end as expected; a text in which a check finds nothing, or should not;
 * a pattern that matches in no example. Only what cannot be run at all is an error.
 * `below`: only the rules of files whose path begins with one of these; none: all. */
rc_status rc_rules_test(rc_arena *a, const rc_rules *r, const char *const *below,
                        size_t below_count, rc_rules_report *ret, rc_err *err);

#endif
