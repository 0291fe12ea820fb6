/* Open claims: every figure, date and name that stands in a clause, without a family that knows it.
 * What such a claim is about is kept as features: weighted words with the role that they play. */
#ifndef RC_CLAIMS_OPEN_H
#define RC_CLAIMS_OPEN_H

#include "base/arena.h"
#include "claims/claim.h"
#include "claims/clause.h"
#include "rules/rules.h"

typedef struct rc_claimer rc_claimer;

/* What is compiled once from the rules, and never changes. */
rc_claimer *rc_claimer_new(rc_arena *a, const rc_rules *r);

/* Adds the open claims of one document to `out`. The lists grow in `scratch`; what claims and
 * passages point to is of `a`. A passage is made for each sentence, in order, so that the
 * passages before and behind one are its neighbours. */
void rc_open_claims(rc_arena *a, rc_arena *scratch, const rc_claimer *k, const rc_text *t,
                    const rc_mentions *m, rc_claim_list *out);

#endif
