/* What a text says of itself without a pattern of the rules: days that no month has, what is
 * counted up to the time of writing, what is told as past and lies ahead, announced numbers of
 * things and the lists behind them. They are equations without a family (claims/claim.h). */
#ifndef RC_CLAIMS_REMARK_H
#define RC_CLAIMS_REMARK_H

#include "base/arena.h"
#include "claims/claim.h"
#include "mentions/mention.h"
#include "rules/rules.h"
#include "text/token.h"

/* Adds to `out`; what is kept is of `a`. Linear in the number of tokens. */
void rc_remarks_add(rc_arena *a, rc_arena *scratch, const rc_rules *r, const rc_text *t,
                    const rc_mentions *m, rc_claim_list *out);

#endif
