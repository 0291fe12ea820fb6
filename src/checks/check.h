/* Checks: each kind is a file and a line in checks.def. A check reads the store and adds findings.
 */
#ifndef RC_CHECKS_CHECK_H
#define RC_CHECKS_CHECK_H

#include "base/arena.h"
#include "base/err.h"
#include "checks/gate.h"
#include "findings/finding.h"
#include "rules/rules.h"
#include "store/store.h"

struct rc_names;    /* mentions/names.h; NULL in tests without names */
struct rc_variants; /* checks/variant.h: of those names */

/* A pair that was looked at, for `why`. */
typedef struct {
    uint32_t a, b; /* claims of the store */
    rc_gate gate;
    double likeness;
} rc_looked;

typedef struct {
    rc_arena *arena; /* of the run: findings live here */
    const rc_rules *rules;
    const rc_store *store;
    const struct rc_names *names;
    const struct rc_variants *variants;
    bool trace; /* keep every pair in `looked` */
    rc_finding **findings;
    size_t finding_count, finding_capacity;
    rc_looked *looked;
    size_t looked_count, looked_capacity;
} rc_checking;

/* Runs every check of checks.def, then seals and sorts the findings. */
rc_status rc_checks_run(rc_checking *c, rc_err *err);

/* Takes a finding that a check has filled. */
void rc_checking_add(rc_checking *c, rc_finding *f);
/* A claim's side of a finding, with its quote and normal form. */
rc_finding_claim rc_checking_side(rc_checking *c, const rc_claim *claim, uint32_t side);
/* "file:line" of a claim, for messages. */
rc_str rc_checking_place(rc_checking *c, const rc_claim *claim);
/* The value in words for people: "> 60 percent", "2025-11-30", "Busan". */
rc_str rc_checking_value(rc_checking *c, const rc_claim *claim);

#define RC_CHECK(name, id) rc_status rc_check_##name(rc_checking *c, rc_err *err);
#include "checks/checks.def"
#undef RC_CHECK

#endif
