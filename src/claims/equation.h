/* Equations: what the patterns of checks with a law match in a document, with the values. */
#ifndef RC_CLAIMS_EQUATION_H
#define RC_CLAIMS_EQUATION_H

#include "base/arena.h"
#include "claims/claim.h"
#include "claims/match.h"

/* Adds the equations of one document to `out`; what is kept is of `a`. Matches of families of
 * claims are passed over. */
void rc_equations_add(rc_arena *a, const rc_rules *r, const rc_text *t, const rc_mentions *m,
                      const rc_matches *matches, rc_claim_list *out);

#endif
