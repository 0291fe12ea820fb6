/* Claims of the families of rules/claims/: what their patterns match in a document. */
#ifndef RC_CLAIMS_FAMILY_H
#define RC_CLAIMS_FAMILY_H

#include "base/arena.h"
#include "base/err.h"
#include "claims/claim.h"
#include "mentions/mention.h"
#include "rules/family.h"
#include "rules/rules.h"
#include "text/token.h"

/* Adds the claims of one document to `out`. Where `out` holds the open claim of the same figure,
 * date or name (rc_open_claims ran before), the new claim has its scope, marks, features, time and
 * source too. The list grows in `scratch`; what claims point to is of `a` or of the rules. */
rc_status rc_family_claims(rc_arena *a, rc_arena *scratch, const rc_rules *r, const rc_text *t,
                           const rc_mentions *m, rc_claim_list *out);

#endif
